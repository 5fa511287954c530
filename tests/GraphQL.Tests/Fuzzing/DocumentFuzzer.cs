using System.Diagnostics;
using System.Text.Json;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Tests.Hostile;

namespace PersonalDataHub.GraphQL.Tests.Fuzzing;

/// <summary>
/// Sends mutated documents through everything: read, print, validate, plan, coerce, execute, write. Every one ends in a
/// result or a typed error, soon, and resolves no more than the limits allow.
/// </summary>
internal sealed class DocumentFuzzer(TargetServer server, IReadOnlyList<string> samples, IReadOnlyList<string> corpus, int seed)
{
    /// <summary>Resolvers that one operation within the default limits can call: objects cost something, and root fields are counted.</summary>
    public const int MostCalls = 1_020;

    private const int MostFindings = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly JsonElement?[] Variables =
    [
        null,
        JsonElement.Parse("""{"a":1,"b":2,"c":3}"""),
        JsonElement.Parse("""{"a":true,"b":false,"c":null}"""),
        JsonElement.Parse("""{"a":"x","b":["y"],"c":{"minimum":1}}"""),
        JsonElement.Parse("""{"a":{"minimum":1,"nested":{"minimum":2}},"b":[[[]]],"c":1e400}"""),
        JsonElement.Parse("""{"a":-1,"b":"OPEN","c":{"id":"1"}}"""),
    ];

    /// <summary>Makes and runs so many documents; each is made of the seed and its own number alone.</summary>
    public async Task<FuzzReport> RunAsync(int count)
    {
        var report = new FuzzReport();
        for (var number = 0; number < count && report.Findings.Count < MostFindings; number++)
        {
            var random = new Random(HashCode(seed, number));
            var document = new DocumentMutator(samples, corpus, random).Next();
            var variables = Variables[random.Next(Variables.Length)];
            report.Runs++;
            if (await ProblemOf(document, variables, report) is { } problem)
            {
                report.Findings.Add($"seed {seed}, number {number}: {problem}");
            }
        }

        return report;
    }

    private static int HashCode(int seed, int number) => unchecked((seed * 397) ^ (number * 486_187_739));

    private async Task<string?> ProblemOf(string document, JsonElement? variables, FuzzReport report)
    {
        try
        {
            var watch = Stopwatch.StartNew();
            var problem = RoundTrip(document, report) ?? await Execute(document, variables, report);
            if (watch.Elapsed > Patience)
            {
                // A busy machine is slow once; a hostile document is slow twice.
                watch.Restart();
                problem ??= RoundTrip(document, report) ?? await Execute(document, variables, report);
                if (watch.Elapsed > Patience)
                {
                    report.Slow++;
                    problem ??= $"took {watch.Elapsed.TotalSeconds:F1} s";
                }
            }

            report.Longest = watch.Elapsed > report.Longest ? watch.Elapsed : report.Longest;
            return problem;
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }
    }

    private static string? RoundTrip(string document, FuzzReport report)
    {
        DocumentNode tree;
        try
        {
            tree = Parser.ParseDocument(document);
        }
        catch (SyntaxException)
        {
            return null;
        }

        report.Parsed++;
        var printed = SyntaxPrinter.Print(tree);

        // Printing may add braces' lines and brackets' spaces, no tokens.
        var again = Parser.ParseDocument(printed, ParserLimits.Default with { MaximumBytes = int.MaxValue });
        return !SyntaxComparer.Instance.Equals(tree, again) ? "reads otherwise after it was printed"
            : SyntaxPrinter.Print(again) != printed ? "prints otherwise the second time"
            : null;
    }

    private async Task<string?> Execute(string document, JsonElement? variables, FuzzReport report)
    {
        var (result, _, calls) = await server.RunAsync(document, variables);
        report.Executed += result.IsExecuted ? 1 : 0;
        report.MostCalls = Math.Max(report.MostCalls, calls);
        using var json = JsonDocument.Parse(result.ToJson(), new JsonDocumentOptions { MaxDepth = 1_000 });
        return result.Errors.FirstOrDefault(error => error.Code is null or "INTERNAL_ERROR") is { } untyped ? $"untyped error: {untyped.Message}"
            : !result.IsExecuted && result.Errors.Count == 0 ? "neither executed nor refused"
            : !result.IsExecuted && calls > 0 ? "refused after resolvers had run"
            : calls > MostCalls ? $"{calls} resolver calls"
            : null;
    }
}
