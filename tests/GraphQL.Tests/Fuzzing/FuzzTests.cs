using System.Globalization;
using System.Text.Json;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Tests.Hostile;

namespace PersonalDataHub.GraphQL.Tests.Fuzzing;

/// <summary>
/// Mutates documents. <c>GRAPHQL_FUZZ_RUNS</c> says how many (20,000 when unset), <c>GRAPHQL_FUZZ_SEED</c> which (new
/// ones each time when unset); <c>GRAPHQL_FUZZ_REPORT</c> names a file that gets a line about the run.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private static readonly string[] Samples =
    [
        "query Find($a: ID!, $b: Filter = { minimum: 1 }) @purpose(is: \"x\") { person(id: $a) { ...F friends(first: 2) { ...F } } pick(filter: $b, key: { id: \"1\" }) } fragment F on Party { __typename name(short: true) }",
        "mutation Pay { pay(id: \"1\") { id total state holder { ... on Company { number owner { friends(first: 5) { name } } } ... on Person { employer { email } } } party { name } } }",
        "{ __schema { types { name kind fields(includeDeprecated: true) { name args { name defaultValue } type { kind ofType { name } } } } } __type(name: \"Person\") { interfaces { name } possibleTypes { name } } }",
        "query ($a: Boolean = true) { person { friends(first: 10) { friends(first: 10) @include(if: $a) { employer { owner { name } } } } } }",
        "query A($a: Int = 1, $b: [Int] = [1, 2], $c: Filter) { pick(int: $a, ints: $b, filter: $c) }",
        "query B($a: Boolean = false) { company { name(short: $a) email owner { ... @include(if: $a) { friends { name } } ...F @skip(if: $a) } } } fragment F on Person { employer { number } }",
        "{ a: party { __typename ... on Person { email } ... on Company { number } } b: registered { number } c: holder { ... on Party { name } } }",
        "{ person { friends(first: 90) { friends(first: 5) { name email employer { name } } } } }",
        "subscription { paid { id } }",
        "{ pick(text: \"\"\"\n  block \\\"\"\"\n    é\n\"\"\", float: -1.5e3, ints: [1, [2]], required: [1], flag: false, state: OPEN) page(first: 1, size: 2) }",
    ];

    [Fact]
    public async Task Execute_Should_EndInAResultOrATypedError_When_DocumentsAreMutated()
    {
        var runs = Number("GRAPHQL_FUZZ_RUNS") ?? 20_000;
        var seed = Number("GRAPHQL_FUZZ_SEED") ?? Random.Shared.Next(1_000_000);
        await using var server = new TargetServer();

        // The first request builds the schema, which is nothing of a document's.
        await server.RunAsync("{ __typename }");

        var report = await new DocumentFuzzer(server, Samples, Corpus(), seed).RunAsync(runs);

        output.WriteLine($"seed {seed}: {report}");
        if (Environment.GetEnvironmentVariable("GRAPHQL_FUZZ_REPORT") is { Length: > 0 } file)
        {
            await File.AppendAllTextAsync(file, $"seed {seed}: {report}{Environment.NewLine}", TestContext.Current.CancellationToken);
        }

        report.Findings.ShouldBeEmpty();
        report.Parsed.ShouldBeGreaterThan(runs / 10);
        report.Executed.ShouldBeGreaterThan(runs / 50);
    }

    // The controls: with a protection out, the same fuzzer finds something.
    [Fact]
    public async Task Execute_Should_BeFoundWanting_When_CostIsNotLimited()
    {
        await using var server = new TargetServer(options =>
            options.Cost = new CostOptions { MaximumFieldCost = 1_000_000_000, MaximumTypeCost = 1_000_000_000 });

        var report = await new DocumentFuzzer(server, Samples, Samples, 1).RunAsync(20_000);

        report.Findings.ShouldContain(finding => finding.Contains("resolver calls", StringComparison.Ordinal));
    }

    private static IReadOnlyList<string> Corpus() =>
        [.. Samples, .. Recorded(), .. Bombs.Nested(100).Where(IsShort).Take(17), .. Bombs.Named.Values.Where(IsShort)];

    private static bool IsShort(string document) => document.Length < 6_000;

    private static IEnumerable<string> Recorded()
    {
        using var stream = typeof(FuzzTests).Assembly.GetManifestResourceStream("corpus.jsonl")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line).GetProperty("text").GetString()!)];
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}
