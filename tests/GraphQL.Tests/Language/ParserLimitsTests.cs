using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Tests.Language;

public sealed class ParserLimitsTests
{
    public static TheoryData<string, string, string> Bombs { get; } = new()
    {
        { "{a", "}", "selections" },
        { "{...{a ", "}}", "inline fragments" },
        { "{a(b:[", "])}", "lists" },
        { "{a(b:{c:", "1})}", "objects" },
        { "query($a:[", "]){a}", "types" },
        { "type T{a:[", "]}", "types of fields" },
        { "input T{a:T={a:[", "]}}", "defaults" },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void ParseDocument_Should_RefuseWithPosition_When_NestingIsABomb(string open, string close, string what)
    {
        // A bomb repeats only the nesting part: what comes before it stands once.
        var split = open.LastIndexOfAny(['{', '[']);
        var text = open[..split] + string.Concat(Enumerable.Repeat(open[split..], 9_000)) + close;

        var error = Should.Throw<SyntaxException>(() => Parser.ParseDocument(text), what);

        error.Message.ShouldBe("Syntax Error: Document nests deeper than 64 levels. Parsing aborted.");
        error.Line.ShouldBe(1);
        error.Column.ShouldBeInRange(64, 700);
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void ParseDocument_Should_CountLevelsExactly_When_TheyAreNearTheLimit(int levels, bool isAllowed)
    {
        var text = string.Concat(Enumerable.Repeat("{a", levels)) + new string('}', levels);

        Accepts(text).ShouldBe(isAllowed);
    }

    [Fact]
    public void ParseDocument_Should_CountLevelsTogether_When_KindsAreMixed()
    {
        var text = string.Concat(Enumerable.Repeat("{a", 40)) + "(b:" + new string('[', 30) + new string(']', 30) + ")" + new string('}', 40);

        Accepts(text).ShouldBeFalse();
    }

    [Theory]
    [InlineData(19_998, true)]
    [InlineData(19_999, false)]
    public void ParseDocument_Should_CountTokens_When_TheyAreNearTheLimit(int names, bool isAllowed)
    {
        var text = "{" + string.Concat(Enumerable.Repeat("a,", names)) + "}#comments are no tokens";

        Accepts(text).ShouldBe(isAllowed);
    }

    [Fact]
    public void ParseDocument_Should_CountTokens_When_TypesAreDefined()
    {
        var limits = new ParserLimits { MaximumTokens = 13 };

        Parser.ParseDocument("enum E { A B C } union U = E | T", limits).Definitions.Count.ShouldBe(2);
        Should.Throw<SyntaxException>(() => Parser.ParseDocument("enum E { A B C } union U = E | T | V", limits))
            .Message.ShouldBe("Syntax Error: Document contains more than 13 tokens. Parsing aborted.");
    }

    [Fact]
    public void ParseDocument_Should_Refuse_When_DocumentIsLongerThanTheLimit()
    {
        var error = Should.Throw<SyntaxException>(() => Parser.ParseDocument("{ abc }", new ParserLimits { MaximumBytes = 6 }));

        error.Message.ShouldBe("Syntax Error: Document is longer than 6 bytes. Parsing aborted.");
    }

    private static bool Accepts(string text)
    {
        try
        {
            Parser.ParseDocument(text);
            return true;
        }
        catch (SyntaxException)
        {
            return false;
        }
    }
}
