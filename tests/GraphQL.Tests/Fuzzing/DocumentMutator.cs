using System.Text;
using System.Text.RegularExpressions;

namespace PersonalDataHub.GraphQL.Tests.Fuzzing;

/// <summary>Makes new documents of known ones: changes bytes and tokens, cuts, doubles, splices and nests what stands in brackets.</summary>
internal sealed partial class DocumentMutator(IReadOnlyList<string> samples, IReadOnlyList<string> corpus, Random random)
{
    private const int Longest = 24 * 1024;

    private static readonly string[] Words =
    [
        "{", "}", "(", ")", "[", "]", ":", "!", "$", "@", "...", "=", "&", "|", "\"", "\"\"\"", "\\", "\\u{110000}", "\\uD800", "#", ",", "\0", "\uFEFF", "é", "😀",
        "query", "mutation", "subscription", "fragment", "on", "true", "false", "null", "type", "extend", "schema", "__typename", "__schema", "__type",
        "@include(if: $a)", "@skip(if: true)", "@defer", "@tag", "@purpose(is: \"x\")", "... on Person", "...F", "fragment F on Person", "friends", "employer", "owner",
        "(first: 100)", "(first: -1)", "$a", "$b: Int = 1", "($a: Filter)", "0", "-1", "1.5", "1e400", "99999999999999999999", "\"x\"", "OPEN", "{minimum: 1}", "[1, 2]",
    ];

    public string Next()
    {
        // Documents that run are the best to start from: what is made of others is refused early most of the time.
        var text = Pick(random.Next(3) == 0 ? corpus : samples);
        do
        {
            text = Mutate(text);
        }
        while (random.Next(2) == 0);

        return text.Length > Longest ? text[..Longest] : text;
    }

    private string Mutate(string text) => random.Next(16) switch
    {
        0 => Bytes(text),
        1 => Tokens(text, (tokens, at) => tokens.RemoveAt(at)),
        2 => Tokens(text, (tokens, at) => tokens.Insert(at, tokens[random.Next(tokens.Count)])),
        3 => Tokens(text, (tokens, at) => tokens[at] = Pick(Words)),
        4 => Tokens(text, (tokens, at) => tokens.Insert(at, Pick(Words))),
        5 => Tokens(text, Swap),
        6 => Tokens(text, (tokens, at) => tokens[at] = Word(Pick(corpus))),
        7 => Subtree(text, part => part + part),
        8 => Subtree(text, part => string.Concat(Enumerable.Repeat(part, random.Next(6) == 0 ? 300 : random.Next(2, 6)))),
        9 => Subtree(text, Nest),
        10 => Subtree(text, _ => Part(Pick(corpus))),
        11 or 12 or 13 => Tokens(text, (tokens, at) => tokens[at] = Like(tokens[at])),
        14 => Subtree(text, part => Word(part) is var word && char.IsLetter(word[0]) ? part + " " + word : part),
        _ => text + Environment.NewLine + Pick(corpus),
    };

    private string Bytes(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text).ToList();
        for (var times = random.Next(1, 9); times > 0 && bytes.Count > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveAt(at);
                    break;
                case 2:
                    bytes.Insert(at, (byte)random.Next(256));
                    break;
                default:
                    bytes.RemoveRange(at, Math.Min(random.Next(20), bytes.Count - at));
                    break;
            }
        }

        // Bytes that are no UTF-8 become characters of their own here; the parser gets them as bytes elsewhere.
        return Encoding.UTF8.GetString([.. bytes]);
    }

    private string Tokens(string text, Action<List<string>, int> change)
    {
        List<string> tokens = [.. Token().Matches(text).Select(match => match.Value)];
        if (tokens.Count == 0)
        {
            return Pick(corpus);
        }

        change(tokens, random.Next(tokens.Count));
        return string.Join(' ', tokens);
    }

    private void Swap(List<string> tokens, int at)
    {
        var other = random.Next(tokens.Count);
        (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
    }

    /// <summary>A token of the samples of the same kind, so that the document stays readable.</summary>
    private string Like(string token)
    {
        var same = Token().Matches(Pick(samples)).Select(match => match.Value).Where(other => KindOf(other) == KindOf(token)).ToList();
        return same.Count == 0 ? token : Pick(same);
    }

    private static int KindOf(string token) => char.IsLetter(token[0]) || token[0] == '_' ? 0 : char.IsDigit(token[^1]) ? 1 : token[0] == '"' ? 2 : 3 + token[0];

    private string Word(string text) => Token().Matches(text) is { Count: > 0 } words ? words[random.Next(words.Count)].Value : "a";

    private string Subtree(string text, Func<string, string> change)
    {
        var (start, length) = PartOf(text);
        return text[..start] + change(text.Substring(start, length)) + text[(start + length)..];
    }

    private string Part(string text)
    {
        var (start, length) = PartOf(text);
        return text.Substring(start, length);
    }

    private string Nest(string part)
    {
        var (open, close) = random.Next(5) switch
        {
            0 => ("{ friends ", " }"),
            1 => ("{ ... on Person ", " }"),
            2 => ("[", "]"),
            3 => ("{ nested: ", " }"),
            _ => ("{ employer { owner ", " } }"),
        };
        var levels = random.Next(4) == 0 ? random.Next(1, 200) : random.Next(1, 6);
        return string.Concat(Enumerable.Repeat(open, levels)) + part + string.Concat(Enumerable.Repeat(close, levels));
    }

    /// <summary>Something in brackets, brackets included; where there is nothing such, nothing.</summary>
    private (int Start, int Length) PartOf(string text)
    {
        if (text.Length == 0)
        {
            return (0, 0);
        }

        var start = text.IndexOfAny(['{', '(', '['], random.Next(text.Length));
        var depth = 0;
        for (var end = start; start >= 0 && end < text.Length; end++)
        {
            depth += text[end] is '{' or '(' or '[' ? 1 : text[end] is '}' or ')' or ']' ? -1 : 0;
            if (depth == 0)
            {
                return (start, end - start + 1);
            }
        }

        return (random.Next(text.Length), 0);
    }

    private string Pick(IReadOnlyList<string> among) => among[random.Next(among.Count)];

    [GeneratedRegex("""\.\.\.|"(?:[^"\\\n]|\\.)*"|[A-Za-z_]\w*|-?\d+(?:\.\d+)?|[^\s\w]""")]
    private static partial Regex Token();
}
