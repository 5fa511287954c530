using System.Text;
using System.Text.Unicode;

namespace PersonalDataHub.GraphQL.Language;

/// <summary>Reads UTF-8 text into a syntax tree. Recursion is bounded by <see cref="ParserLimits.MaximumNesting"/>.</summary>
public static class Parser
{
    /// <summary>Reads a whole document.</summary>
    /// <exception cref="SyntaxException">The text is not a GraphQL document, not UTF-8, or beyond the limits.</exception>
    public static DocumentNode ParseDocument(ReadOnlySpan<byte> utf8, ParserLimits? limits = null) =>
        Open(utf8, limits).Document();

    /// <summary>Reads a whole document.</summary>
    /// <exception cref="SyntaxException">The text is not a GraphQL document, or beyond the limits.</exception>
    public static DocumentNode ParseDocument(string text, ParserLimits? limits = null) =>
        ParseDocument(Encoding.UTF8.GetBytes(text), limits);

    /// <summary>Reads one value that uses no variables, such as a default value.</summary>
    /// <exception cref="SyntaxException">The text is not exactly one constant value.</exception>
    public static ValueNode ParseValue(string text, ParserLimits? limits = null) =>
        Open(Encoding.UTF8.GetBytes(text), limits).SingleValue();

    /// <summary>Reads one type reference, such as <c>[Invoice!]!</c>.</summary>
    /// <exception cref="SyntaxException">The text is not exactly one type reference.</exception>
    public static TypeNode ParseType(string text, ParserLimits? limits = null) =>
        Open(Encoding.UTF8.GetBytes(text), limits).SingleType();

    private static DocumentParser Open(ReadOnlySpan<byte> utf8, ParserLimits? limits)
    {
        limits ??= ParserLimits.Default;
        if (utf8.Length > limits.MaximumBytes)
        {
            throw new SyntaxException($"Document is longer than {limits.MaximumBytes} bytes. Parsing aborted.", new Location(1, 1));
        }

        if (!Utf8.IsValid(utf8))
        {
            throw new SyntaxException("Document is not valid UTF-8.", FindInvalid(utf8));
        }

        return new DocumentParser(new TokenReader(utf8, limits));
    }

    private static Location FindInvalid(ReadOnlySpan<byte> utf8)
    {
        var (line, column) = (1, 1);
        while (Rune.DecodeFromUtf8(utf8, out var rune, out var length) == System.Buffers.OperationStatus.Done)
        {
            var isLineEnd = rune.Value == '\n' || (rune.Value == '\r' && !utf8.StartsWith("\r\n"u8));
            (line, column) = isLineEnd ? (line + 1, 1) : (line, column + rune.Utf16SequenceLength);
            utf8 = utf8[length..];
        }

        return new Location(line, column);
    }
}
