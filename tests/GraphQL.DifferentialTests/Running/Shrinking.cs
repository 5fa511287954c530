using System.Text.RegularExpressions;

namespace PersonalDataHub.GraphQL.DifferentialTests.Running;

/// <summary>Makes a case smaller while the sides still differ in the same way.</summary>
internal static partial class Shrinking
{
    private const int MostRounds = 80;

    /// <param name="stillDiffer">Gives the index of the first case on which the sides still differ, or -1.</param>
    public static async Task<GeneratedCase> ShrinkAsync(GeneratedCase found, Func<IReadOnlyList<GeneratedCase>, Task<int>> stillDiffer)
    {
        var best = found;
        for (var round = 0; round < MostRounds; round++)
        {
            var smaller = Smaller(best).Where(c => c.Text.Length < best.Text.Length || c.Variables?.Count < best.Variables?.Count).ToList();
            var index = await stillDiffer(smaller);
            if (index < 0)
            {
                return best;
            }

            best = smaller[index];
        }

        return best;
    }

    /// <summary>The tokens of a text, roughly: it need not be a document.</summary>
    public static List<string> TokensOf(string text) => [.. Token().Matches(text).Select(m => m.Value).Where(t => t.Trim(' ', ',', '\t', '\r', '\n', '\uFEFF').Length > 0)];

    /// <summary>The case without a run of tokens or a group in brackets, the largest first, or without one variable.</summary>
    private static IEnumerable<GeneratedCase> Smaller(GeneratedCase found)
    {
        var tokens = TokensOf(found.Text);
        var cuts = Groups(tokens).Concat(Runs(tokens.Count)).Distinct().OrderByDescending(c => c.Length);
        foreach (var (start, length) in cuts)
        {
            yield return found with { Text = string.Join(' ', tokens.Take(start).Concat(tokens.Skip(start + length))) };
        }

        foreach (var name in (found.Variables ?? []).Select(v => v.Key))
        {
            var fewer = found.Variables!.DeepClone().AsObject();
            fewer.Remove(name);
            yield return found with { Variables = fewer };
        }
    }

    private static IEnumerable<(int Start, int Length)> Runs(int count)
    {
        for (var length = count / 2; length > 4; length /= 2)
        {
            for (var start = 0; start + length <= count; start += length)
            {
                yield return (start, length);
            }
        }

        for (var start = 0; start < count; start++)
        {
            for (var length = 1; length <= Math.Min(4, count - start); length++)
            {
                yield return (start, length);
            }
        }
    }

    private static IEnumerable<(int Start, int Length)> Groups(List<string> tokens)
    {
        var open = new Stack<int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i] is "{" or "(" or "[")
            {
                open.Push(i);
            }
            else if (tokens[i] is "}" or ")" or "]" && open.TryPop(out var start))
            {
                // With what stands before it: a name, an alias, "... on Type".
                for (var before = 0; before <= Math.Min(5, start); before++)
                {
                    yield return (start - before, i - start + before + 1);
                }
            }
        }
    }

    [GeneratedRegex("\"\"\"(?:\\\\\"\"\"|(?!\"\"\").)*\"\"\"|\"(?:\\\\.|[^\"\\\\\r\n])*\"|#[^\r\n]*[\r\n]?|\\.\\.\\.|[\\w.+-]+|[ ,\t\r\n\uFEFF]+|.", RegexOptions.Singleline)]
    private static partial Regex Token();
}
