using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Tests.Language;

public sealed class StringTests
{
    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"simple\"", "simple")]
    [InlineData("\" äö 😀 \"", " äö 😀 ")]
    [InlineData("""
        "quote \" slash \\ \/ \b\f\n\r\t"
        """, "quote \" slash \\ / \b\f\n\r\t")]
    [InlineData("""
        "\u00E4\u{E4}\u{0000e4}\u{1F600}\uD83D\uDE00"
        """, "äää😀😀")]
    [InlineData("\"# no comment, {}\"", "# no comment, {}")]
    [InlineData("\"\u0001\u007F\"", "\u0001\u007F")]
    public void ParseValue_Should_ResolveEscapes_When_StringIsQuoted(string text, string value)
    {
        var node = Parser.ParseValue(text).ShouldBeOfType<StringValueNode>();

        node.Value.ShouldBe(value);
        node.IsBlock.ShouldBeFalse();
    }

    [Theory]
    [InlineData("\"", "Syntax Error: Unterminated string.", 2)]
    [InlineData("\"a", "Syntax Error: Unterminated string.", 3)]
    [InlineData("\"a\nb\"", "Syntax Error: Unterminated string.", 3)]
    [InlineData("\"a\\\nb\"", "Syntax Error: Unterminated string.", 4)]
    [InlineData("\"a\\", "Syntax Error: Unterminated string.", 4)]
    [InlineData("\"a\\\"", "Syntax Error: Unterminated string.", 5)]
    [InlineData("\"ä\\x\"", "Syntax Error: Invalid character escape sequence: \"\\x\".", 3)]
    public void ParseValue_Should_Refuse_When_StringIsMalformed(string text, string message, int column)
    {
        var error = Should.Throw<SyntaxException>(() => Parser.ParseValue(text));

        error.Message.ShouldBe(message);
        error.Location.ShouldBe(new Location(1, column));
    }

    [Theory]
    [InlineData("\\u")]
    [InlineData("\\u12")]
    [InlineData("\\u12G4")]
    [InlineData("\\u+123")]
    [InlineData("\\uD83D")]
    [InlineData("\\uDE00")]
    [InlineData("\\uDE00\\uD83D")]
    [InlineData("\\uD83D\\u0041")]
    [InlineData("\\uD83D\\u{DE00}")]
    [InlineData("\\u{}")]
    [InlineData("\\u{D83D}")]
    [InlineData("\\u{110000}")]
    [InlineData("\\u{FFFFFFFFFF}")]
    [InlineData("\\u{80000041}")]
    [InlineData("\\u{12")]
    [InlineData("\\u{ 41}")]
    public void ParseValue_Should_Refuse_When_UnicodeEscapeIsNoCharacter(string escape)
    {
        var error = Should.Throw<SyntaxException>(() => Parser.ParseValue($"\"ab{escape}\""));

        error.Message.ShouldStartWith("Syntax Error: Invalid Unicode escape sequence");
        error.Column.ShouldBe(4);
    }

    [Theory]
    [InlineData("\"\"\"\"\"\"", "")]
    [InlineData("\"\"\"simple\"\"\"", "simple")]
    [InlineData("\"\"\" white space \"\"\"", " white space ")]
    [InlineData("\"\"\"\n\n    Hello,\n      World!\n\n    Yours,\n      GraphQL.\n\n\"\"\"", "Hello,\n  World!\n\nYours,\n  GraphQL.")]
    [InlineData("\"\"\"  first\n    second\n  third\"\"\"", "  first\n  second\nthird")]
    [InlineData("\"\"\"a\r\n\tb\r\tc\n\td\"\"\"", "a\nb\nc\nd")]
    [InlineData("\"\"\"say \\\"\"\" and \\n \\u0041 \\\\ \"quoted\"\"\"\"", "say \"\"\" and \\n \\u0041 \\\\ \"quoted")]
    [InlineData("\"\"\"\n    a\n\n  \n    b\n\"\"\"", "a\n\n\nb")]
    [InlineData("\"\"\"   \n \t \n\"\"\"", "")]
    public void ParseValue_Should_RemoveCommonIndentation_When_StringIsABlock(string text, string value)
    {
        // The last quote of `quoted"` belongs to the closing quotes: the first three in a row close.
        var whole = text.EndsWith("quoted\"\"\"\"", StringComparison.Ordinal) ? text[..^1] : text;

        var node = Parser.ParseValue(whole).ShouldBeOfType<StringValueNode>();

        node.Value.ShouldBe(value);
        node.IsBlock.ShouldBeTrue();
    }

    [Fact]
    public void ParseValue_Should_Refuse_When_BlockIsNotClosed() =>
        Should.Throw<SyntaxException>(() => Parser.ParseValue("\"\"\"a\nb\\\"\"\"")).Location.ShouldBe(new Location(2, 6));
}
