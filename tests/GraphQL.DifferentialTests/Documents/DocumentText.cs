using System.Text;

namespace PersonalDataHub.GraphQL.DifferentialTests.Documents;

/// <summary>Joins tokens with whatever a document may have between them, and spoils texts.</summary>
internal static class DocumentText
{
    private static readonly string[] Between = [" ", "\n", "\n  ", ", ", "\t", "\r\n", "\r", " # comment ä 😀 }\n", "\uFEFF ", ",,", "#\r\n"];

    private static readonly string[] Pieces =
    [
        "{", "}", "(", ")", "\"", "$", "@", "!", "[", "]", ":", "=", "...", "..", ".", "-", "0", "1.", "#", "\n", "\"\"\"", "\\", "\\u", "|", "&", "é", "😀", "\0", "\u0007",
        "\uFEFF", "'", "%", "on", "fragment", "query", "null", "e", "_", ",", "\r", "\u2028", ";", "?", "<",
    ];

    private static readonly string[] Tokens =
        ["{", "}", "(", ")", "$", "@", "!", "[", "]", ":", "=", "...", "|", "&", "name", "on", "fragment", "query", "true", "null", "1", "1.5", "\"s\"", "\"\"\"b\"\"\"", "type"];

    /// <summary>The tokens as a document, the same one for the same dice.</summary>
    public static string Join(IReadOnlyList<string> tokens, Random random)
    {
        var isPlain = random.Next(2) == 0;
        var text = new StringBuilder();
        for (var i = 0; i < tokens.Count; i++)
        {
            var isTight = i == 0 || IsPunctuator(tokens[i - 1]) || IsPunctuator(tokens[i]);
            text.Append(i == 0 ? "" : isPlain || random.Next(6) > 0 ? isTight && random.Next(2) == 0 ? "" : " " : Between[random.Next(Between.Length)]);
            text.Append(tokens[i]);
        }

        return text.ToString();
    }

    /// <summary>Changes one or a few tokens, so that the document often breaks the grammar.</summary>
    public static List<string> SpoilTokens(IReadOnlyList<string> tokens, Random random)
    {
        List<string> spoiled = [.. tokens];
        for (var i = random.Next(1, 3); i > 0 && spoiled.Count > 0; i--)
        {
            var at = random.Next(spoiled.Count);
            switch (random.Next(4))
            {
                case 0: spoiled.RemoveAt(at); break;
                case 1: spoiled.Insert(at, Tokens[random.Next(Tokens.Length)]); break;
                case 2: spoiled[at] = Tokens[random.Next(Tokens.Length)]; break;
                default: (spoiled[at], spoiled[0]) = (spoiled[0], spoiled[at]); break;
            }
        }

        return spoiled;
    }

    /// <summary>Changes one or a few characters; pairs of surrogates stay together, since a request is UTF-8.</summary>
    public static string SpoilCharacters(string text, Random random)
    {
        var runes = text.EnumerateRunes().Select(r => r.ToString()).ToList();
        for (var i = random.Next(1, 3); i > 0 && runes.Count > 0; i--)
        {
            var at = random.Next(runes.Count);
            switch (random.Next(4))
            {
                case 0: runes.RemoveAt(at); break;
                case 1: runes[at] = Pieces[random.Next(Pieces.Length)]; break;
                case 2: runes.RemoveRange(at, Math.Min(random.Next(1, 12), runes.Count - at)); break;
                default: runes.Insert(at, Pieces[random.Next(Pieces.Length)]); break;
            }
        }

        return string.Concat(runes);
    }

    private static bool IsPunctuator(string token) => token is "{" or "}" or "(" or ")" or "$" or "@" or "!" or "[" or "]" or ":" or "=" or "...";
}
