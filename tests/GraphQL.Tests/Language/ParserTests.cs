using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Tests.Language;

public sealed class ParserTests
{
    [Fact]
    public void ParseDocument_Should_ReadAnonymousQuery_When_OnlyASelectionSetStands()
    {
        var operation = Operation("{ registers { id } }");

        operation.Operation.ShouldBe(OperationKind.Query);
        operation.Name.ShouldBeNull();
        var field = operation.SelectionSet.Selections.ShouldHaveSingleItem().ShouldBeOfType<FieldNode>();
        field.Name.ShouldBe("registers");
        field.SelectionSet!.Selections.ShouldHaveSingleItem().ShouldBeOfType<FieldNode>().Name.ShouldBe("id");
    }

    [Theory]
    [InlineData("query Q { a }", OperationKind.Query)]
    [InlineData("mutation Q { a }", OperationKind.Mutation)]
    [InlineData("subscription Q { a }", OperationKind.Subscription)]
    public void ParseDocument_Should_TellTheKindAndName_When_TheOperationStatesThem(string text, OperationKind kind)
    {
        var operation = Operation(text);

        operation.Operation.ShouldBe(kind);
        operation.Name.ShouldBe("Q");
        operation.NameLocation.Column.ShouldBe(text.IndexOf('Q', StringComparison.Ordinal) + 1);
    }

    [Fact]
    public void ParseDocument_Should_ReadVariables_When_TheyHaveTypesDefaultsAndDirectives()
    {
        var operation = Operation("query ($ids: [ID!]! = [\"a\"] @tag, \"Which page.\" $after: String) { a }");

        var (ids, after) = (operation.VariableDefinitions[0], operation.VariableDefinitions[1]);
        ids.Type.ToString().ShouldBe("[ID!]!");
        ids.DefaultValue.ShouldBeOfType<ListValueNode>().Values.ShouldHaveSingleItem().ShouldBeOfType<StringValueNode>().Value.ShouldBe("a");
        ids.Directives.ShouldHaveSingleItem().Name.ShouldBe("tag");
        after.Name.ShouldBe("after");
        after.Description.ShouldBe("Which page.");
    }

    [Fact]
    public void ParseDocument_Should_ReadEverySelection_When_TheyAreMixed()
    {
        var selections = Operation("{ short: long(x: $v) @skip(if: true) ...Part @a ... on T { b } ... @include(if: $c) { d } }").SelectionSet.Selections;

        var field = selections[0].ShouldBeOfType<FieldNode>();
        (field.Alias, field.Name, field.ResponseName).ShouldBe(("short", "long", "short"));
        selections[1].ShouldBeOfType<FragmentSpreadNode>().Name.ShouldBe("Part");
        selections[2].ShouldBeOfType<InlineFragmentNode>().TypeCondition!.Name.ShouldBe("T");
        selections[3].ShouldBeOfType<InlineFragmentNode>().TypeCondition.ShouldBeNull();
    }

    [Fact]
    public void ParseDocument_Should_ReadEveryValue_When_TheyAreArguments()
    {
        var field = Operation("{ a(i: -7, f: 6.02e23, s: \"x\", b: false, n: null, e: OPEN, l: [1 2], o: {k: $v}) }").SelectionSet.Selections[0].ShouldBeOfType<FieldNode>();

        field.Arguments.Select(argument => argument.Value.GetType()).ShouldBe(
        [
            typeof(IntValueNode), typeof(FloatValueNode), typeof(StringValueNode), typeof(BooleanValueNode),
            typeof(NullValueNode), typeof(EnumValueNode), typeof(ListValueNode), typeof(ObjectValueNode),
        ]);
        field.Arguments[0].Value.ShouldBeOfType<IntValueNode>().Value.ShouldBe("-7");
        field.Arguments[1].Value.ShouldBeOfType<FloatValueNode>().Value.ShouldBe("6.02e23");
    }

    [Fact]
    public void ParseDocument_Should_ReadDescriptions_When_DefinitionsHaveThem()
    {
        var document = Parser.ParseDocument("\"Reads a.\" query A { a } \"\"\"Part.\"\"\" fragment F on T { a }");

        document.Definitions.Cast<ExecutableDefinitionNode>().Select(definition => definition.Description).ShouldBe(["Reads a.", "Part."]);
    }

    [Fact]
    public void ParseDocument_Should_TreatKeywordsAsNames_When_TheyStandWhereNamesDo()
    {
        var text = "query query($mutation: on = null) { fragment: subscription(true: true) ...type ... on on { on } } fragment type on input { true }";

        SyntaxPrinter.Print(Parser.ParseDocument(text)).ShouldContain("fragment type on input");
    }

    [Theory]
    [InlineData("", "Syntax Error: Expected a definition, found <EOF>.", 1, 1)]
    [InlineData("{", "Syntax Error: Expected Name, found <EOF>.", 1, 2)]
    [InlineData("{ }", "Syntax Error: Expected Name, found \"}\".", 1, 3)]
    [InlineData("{ a", "Syntax Error: Expected Name, found <EOF>.", 1, 4)]
    [InlineData("{ a() }", "Syntax Error: Expected Name, found \")\".", 1, 5)]
    [InlineData("query () { a }", "Syntax Error: Expected \"$\", found \")\".", 1, 8)]
    [InlineData("{ ...on }", "Syntax Error: Expected Name, found \"}\".", 1, 9)]
    [InlineData("fragment on on T { a }", "Syntax Error: Expected a fragment name other than \"on\", found Name \"on\".", 1, 10)]
    [InlineData("notAnOperation A { a }", "Syntax Error: Expected a definition, found Name \"notAnOperation\".", 1, 1)]
    [InlineData("...", "Syntax Error: Expected a definition, found \"...\".", 1, 1)]
    [InlineData("query ($a: Int = $b) { a }", "Syntax Error: Unexpected variable \"$b\" in constant value.", 1, 18)]
    [InlineData("{ a(b: 010-01-900D) }", "Syntax Error: Invalid number, unexpected digit after 0: \"1\".", 1, 9)]
    [InlineData("\"Described.\" { a }", "Syntax Error: Expected a definition after the description.", 1, 1)]
    [InlineData("{\n  a(b: \"secret\" \"two\")\n}", "Syntax Error: Expected Name, found String.", 2, 17)]
    [InlineData("extend query { a }", "Syntax Error: Expected a type or the schema to extend, found Name \"query\".", 1, 8)]
    [InlineData("extend scalar Day", "Syntax Error: Expected what the extension adds, found <EOF>.", 1, 18)]
    [InlineData("enum E { true }", "Syntax Error: Expected an enum value other than true, false and null, found Name \"true\".", 1, 10)]
    [InlineData("schema { other: Q }", "Syntax Error: Expected \"query\", \"mutation\" or \"subscription\", found Name \"other\".", 1, 10)]
    [InlineData("directive @a on FIELDS", "Syntax Error: Expected a directive location such as FIELD_DEFINITION, found Name \"FIELDS\".", 1, 17)]
    [InlineData("type T {\n  a: [Int\n}", "Syntax Error: Expected \"]\", found \"}\".", 3, 1)]
    [InlineData("{ a(b: )", "Syntax Error: Expected a value, found \")\".", 1, 8)]
    [InlineData("query ($a: Int = }) { a }", "Syntax Error: Expected a constant value, found \"}\".", 1, 18)]
    [InlineData("query ($a: Int!!) { a }", "Syntax Error: Expected \"$\", found \"!\".", 1, 16)]
    public void ParseDocument_Should_SayWhatAndWhere_When_TheTextIsWrong(string text, string message, int line, int column)
    {
        var error = Should.Throw<SyntaxException>(() => Parser.ParseDocument(text));

        error.Message.ShouldBe(message);
        (error.Line, error.Column).ShouldBe((line, column));
    }

    [Fact]
    public void ParseDocument_Should_Refuse_When_BytesAreNotUtf8()
    {
        byte[] text = [.. "{ a\n  äb "u8, 0xC3, 0x28, (byte)'}'];

        var error = Should.Throw<SyntaxException>(() => Parser.ParseDocument(text));

        error.Message.ShouldBe("Syntax Error: Document is not valid UTF-8.");
        error.Location.ShouldBe(new Location(2, 6));
    }

    [Theory]
    [InlineData("[Invoice!]!")]
    [InlineData("ID")]
    [InlineData("[[Int]!]")]
    public void ParseType_Should_ReadReference_When_ItIsWhole(string text) => Parser.ParseType(text).ToString().ShouldBe(text);

    [Theory]
    [InlineData("[ID")]
    [InlineData("ID ID")]
    [InlineData("")]
    public void ParseType_Should_Refuse_When_ItIsNotOneReference(string text) => Should.Throw<SyntaxException>(() => Parser.ParseType(text));

    [Fact]
    public void ParseValue_Should_Refuse_When_TextFollows() => Should.Throw<SyntaxException>(() => Parser.ParseValue("1 2")).Column.ShouldBe(3);

    private static OperationDefinitionNode Operation(string text) => Parser.ParseDocument(text).Definitions[0].ShouldBeOfType<OperationDefinitionNode>();
}
