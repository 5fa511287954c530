using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Tests.Language;

/// <summary>Makes any document the grammar allows, the same one for the same seed.</summary>
internal sealed class RandomDocument(int seed)
{
    private static readonly Location Nowhere = new(1, 1);
    private static readonly string[] Names = ["a", "on", "query", "fragment", "type", "_x1", "Invoice", "customerId", "True", "extend", "repeatable", "implements"];
    private static readonly string[] Texts = ["", "plain", "quote \" and \\", "line\nend\r\n", "tab\t\b\f", "ä 😀 \uFEFF", "\u0001\u0085", "\"\"\"", "  indented", "two\nlines", "a \"\"\"\n  b \\", "\uD83D\uDE00\n\u0001", " \n \n"];
    private static readonly string[] Places = ["QUERY", "FIELD", "VARIABLE_DEFINITION", "SCHEMA", "INPUT_FIELD_DEFINITION"];
    private readonly Random _random = new(seed);

    public DocumentNode Document() => new(Many(1, 3, Definition), Nowhere);

    private DefinitionNode Definition() => _random.Next(8) switch
    {
        0 => new FragmentDefinitionNode(FragmentName(), Nowhere, NamedType(), Directives(isConstant: false), SelectionSet(3), Maybe(Text), Nowhere),
        < 4 => new OperationDefinitionNode((OperationKind)_random.Next(3), Maybe(Name), Nowhere, Many(0, 2, Variable), Directives(isConstant: false), SelectionSet(3), Maybe(Text), Nowhere),
        _ => TypeSystem(),
    };

    private TypeSystemDefinitionNode TypeSystem()
    {
        // An extension has no description and adds something: here at least a directive.
        var isExtension = _random.Next(3) == 0;
        var description = isExtension ? null : Maybe(Text);
        var directives = isExtension ? Many(1, 2, () => new DirectiveNode(Name(), [], Nowhere)) : Directives(isConstant: true);
        TypeSystemDefinitionNode definition = _random.Next(isExtension ? 7 : 8) switch
        {
            0 => new SchemaDefinitionNode(description, directives, Many(isExtension ? 0 : 1, 3, () => new OperationTypeDefinitionNode((OperationKind)_random.Next(3), NamedType(), Nowhere)), Nowhere),
            1 => new ScalarTypeDefinitionNode(Name(), description, directives, Nowhere),
            2 => new ObjectTypeDefinitionNode(Name(), description, Many(0, 2, NamedType), directives, Many(0, 3, FieldDefinition), Nowhere),
            3 => new InterfaceTypeDefinitionNode(Name(), description, Many(0, 2, NamedType), directives, Many(0, 3, FieldDefinition), Nowhere),
            4 => new UnionTypeDefinitionNode(Name(), description, directives, Many(0, 3, NamedType), Nowhere),
            5 => new EnumTypeDefinitionNode(Name(), description, directives, Many(0, 3, () => new EnumValueDefinitionNode(Name(), Maybe(Text), Directives(isConstant: true), Nowhere)), Nowhere),
            6 => new InputObjectTypeDefinitionNode(Name(), description, directives, Many(0, 3, InputValue), Nowhere),
            _ => new DirectiveDefinitionNode(Name(), description, Many(0, 2, InputValue), _random.Next(2) == 0, Many(1, 3, () => Places[_random.Next(Places.Length)]), Nowhere),
        };
        return definition with { IsExtension = isExtension };
    }

    private FieldDefinitionNode FieldDefinition() => new(Name(), Maybe(Text), Many(0, 2, InputValue), Type(2), Directives(isConstant: true), Nowhere);

    private InputValueDefinitionNode InputValue() =>
        new(Name(), Maybe(Text), Type(2), Maybe(() => Value(2, isConstant: true)), Directives(isConstant: true), Nowhere);

    private SelectionSetNode SelectionSet(int depth) => new(Many(1, 3, () => Selection(depth)), Nowhere);

    private SelectionNode Selection(int depth) => _random.Next(5) switch
    {
        0 => new FragmentSpreadNode(FragmentName(), Nowhere, Directives(isConstant: false), Nowhere),
        1 when depth > 0 => new InlineFragmentNode(Maybe(NamedType), Directives(isConstant: false), SelectionSet(depth - 1), Nowhere),
        _ => new FieldNode(Maybe(Name), Name(), Arguments(isConstant: false), Directives(isConstant: false), depth > 0 ? Maybe(() => SelectionSet(depth - 1)) : null, Nowhere),
    };

    private VariableDefinitionNode Variable() =>
        new(new VariableNode(Name(), Nowhere), Type(2), Maybe(() => Value(2, isConstant: true)), Directives(isConstant: true), Maybe(Text), Nowhere);

    private TypeNode Type(int depth)
    {
        TypeNode type = depth > 0 && _random.Next(2) == 0 ? new ListTypeNode(Type(depth - 1), Nowhere) : NamedType();
        return _random.Next(2) == 0 ? new NonNullTypeNode(type, Nowhere) : type;
    }

    private ValueNode Value(int depth, bool isConstant) => _random.Next(9) switch
    {
        0 => new IntValueNode(_random.Next(-50, 50).ToString(System.Globalization.CultureInfo.InvariantCulture), Nowhere),
        1 => new FloatValueNode("-1.5e+10", Nowhere),
        2 => new BooleanValueNode(_random.Next(2) == 0, Nowhere),
        3 => new NullValueNode(Nowhere),
        4 => new EnumValueNode(Name(), Nowhere),
        5 when !isConstant => new VariableNode(Name(), Nowhere),
        6 when depth > 0 => new ListValueNode(Many(0, 3, () => Value(depth - 1, isConstant)), Nowhere),
        7 when depth > 0 => new ObjectValueNode(Many(0, 3, () => new ObjectFieldNode(Name(), Value(depth - 1, isConstant), Nowhere)), Nowhere),
        _ => new StringValueNode(Text(), _random.Next(2) == 0, Nowhere),
    };

    private IReadOnlyList<DirectiveNode> Directives(bool isConstant) =>
        Many(0, 2, () => new DirectiveNode(Name(), Arguments(isConstant), Nowhere));

    private IReadOnlyList<ArgumentNode> Arguments(bool isConstant) =>
        Many(0, 2, () => new ArgumentNode(Name(), Value(2, isConstant), Nowhere));

    private NamedTypeNode NamedType() => new(Name(), Nowhere);

    private string Name() => Names[_random.Next(Names.Length)];

    private string FragmentName() => Name() is var name && name == "on" ? "off" : name;

    private string Text() => Texts[_random.Next(Texts.Length)];

    private T? Maybe<T>(Func<T> make)
        where T : class => _random.Next(2) == 0 ? make() : null;

    private IReadOnlyList<T> Many<T>(int least, int most, Func<T> make) =>
        [.. Enumerable.Range(0, _random.Next(least, most + 1)).Select(_ => make())];
}
