using System.Text;
using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Tests.Language;

/// <summary>Tokens: what is ignored, numbers, and where columns count from.</summary>
public sealed class LexicalTests
{
    [Fact]
    public void ParseDocument_Should_IgnoreWhatMeansNothing_When_ItStandsBetweenTokens()
    {
        var text = "\uFEFF,, {\t# a comment with } and \" and ä\r\n a,,,,b \r c # last\n\uFEFF } # end";

        SyntaxPrinter.Print(Parser.ParseDocument(text)).ShouldBe("{\n  a\n  b\n  c\n}");
    }

    [Theory]
    [InlineData("{ a\n  %", 2, 3)]
    [InlineData("{ a\r\n  %", 2, 3)]
    [InlineData("{ a\r  %", 2, 3)]
    [InlineData("{ a\n\r  %", 3, 3)]
    [InlineData("{ a(b: \"äö\") %", 1, 14)]
    [InlineData("{ a(b: \"😀\") %", 1, 14)]
    [InlineData("{ a(b: \"\"\"x\ny ä\"\"\") %", 2, 9)]
    [InlineData("\uFEFF%", 1, 2)]
    public void ParseDocument_Should_CountLinesAndUtf16Columns_When_ItRefuses(string text, int line, int column)
    {
        var error = Should.Throw<SyntaxException>(() => Parser.ParseDocument(text));

        error.Message.ShouldBe("Syntax Error: Unexpected character: \"%\".");
        error.Location.ShouldBe(new Location(line, column));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("9")]
    [InlineData("123456789012345678901234567890")]
    public void ParseValue_Should_ReadInt_When_ThereIsNoFraction(string text) =>
        Parser.ParseValue(text).ShouldBeOfType<IntValueNode>().Value.ShouldBe(text);

    [Theory]
    [InlineData("0.0")]
    [InlineData("-4.123e-4")]
    [InlineData("1E5")]
    [InlineData("0e+1")]
    public void ParseValue_Should_ReadFloat_When_FractionOrExponentStands(string text) =>
        Parser.ParseValue(text).ShouldBeOfType<FloatValueNode>().Value.ShouldBe(text);

    [Theory]
    [InlineData("00", 2)]
    [InlineData("01", 2)]
    [InlineData("-", 2)]
    [InlineData("+1", 1)]
    [InlineData("1.", 3)]
    [InlineData(".5", 1)]
    [InlineData("1e", 3)]
    [InlineData("1.2.3", 4)]
    [InlineData("1.e1", 3)]
    [InlineData("1x", 2)]
    [InlineData("0xF", 2)]
    [InlineData("1_000", 2)]
    [InlineData("1.5f", 4)]
    [InlineData("-a", 2)]
    public void ParseValue_Should_Refuse_When_NumberIsMalformed(string text, int column) =>
        Should.Throw<SyntaxException>(() => Parser.ParseValue(text)).Column.ShouldBe(column);

    [Theory]
    [InlineData("'a'", "Syntax Error: Unexpected single quote character ('), did you mean to use a double quote (\")?")]
    [InlineData("ä", "Syntax Error: Unexpected character: U+00E4.")]
    [InlineData("😀", "Syntax Error: Unexpected character: U+1F600.")]
    [InlineData("\u0000", "Syntax Error: Unexpected character: U+0000.")]
    [InlineData("..", "Syntax Error: Unexpected character: \".\".")]
    [InlineData("\u00A0", "Syntax Error: Unexpected character: U+00A0.")]
    public void ParseDocument_Should_NameTheCharacter_When_NoTokenStartsWithIt(string text, string message) =>
        Should.Throw<SyntaxException>(() => Parser.ParseDocument(text)).Message.ShouldBe(message);

    [Fact]
    public void ParseDocument_Should_NeverFailOtherwise_When_BytesAreRandom()
    {
        var random = new Random(20260917);
        var alphabet = "{}()[]:=@$!|&.\"\\#,\n\r \tabe019-_uU".Select(character => (byte)character).Append((byte)0xC3).Append((byte)0xA4).ToArray();
        for (var round = 0; round < 20_000; round++)
        {
            var text = random.GetItems(alphabet, random.Next(1, 40));
            try
            {
                Parser.ParseDocument(text);
            }
            catch (SyntaxException error)
            {
                error.Line.ShouldBeGreaterThan(0, Encoding.Latin1.GetString(text));
                error.Column.ShouldBeGreaterThan(0, Encoding.Latin1.GetString(text));
            }
        }
    }
}
