using System.Diagnostics;
using System.Globalization;
using PersonalDataHub.GraphQL.DifferentialTests.Comparison;
using PersonalDataHub.GraphQL.DifferentialTests.Running;

namespace PersonalDataHub.GraphQL.DifferentialTests;

/// <summary>
/// The reference implementation judges generated schemas, documents and variables together with us. The seed of a long run
/// stands in <c>HUB_DIFFERENTIAL_SEED</c>, its number of documents in <c>HUB_DIFFERENTIAL_DOCUMENTS</c>; <c>HUB_DIFFERENTIAL_CASE</c>
/// names one case to look at again, such as <c>31/53</c>.
/// </summary>
public sealed class DifferentialTests(OracleInstallation installation, ITestOutputHelper output) : IClassFixture<OracleInstallation>
{
    private const int MostFindings = 20;
    private const int ControlSchemas = 10;

    /// <summary>Cases that once showed a difference, and the one asked for.</summary>
    public static TheoryData<string> Cases =>
        [.. KnownCases.Seeds.Append(Environment.GetEnvironmentVariable("HUB_DIFFERENTIAL_CASE")).OfType<string>()];

    [Fact]
    public async Task Library_Should_SayWhatTheReferenceSays_When_DocumentsAreGenerated()
    {
        using var oracle = await installation.StartAsync();
        var deviations = new Deviations();
        var run = new DifferentialRun(oracle, deviations);
        var (first, documents) = (Setting("HUB_DIFFERENTIAL_SEED", 1), Setting("HUB_DIFFERENTIAL_DOCUMENTS", 5_000));
        var watch = Stopwatch.StartNew();

        var findings = await RunAsync(run, first, documents / DifferentialRun.CasesPerSchema);

        output.WriteLine($"Seeds from {first}, {watch.Elapsed.TotalSeconds:F0} s. {run.Counts}");
        output.WriteLine($"Accepted: {string.Join(", ", deviations.Met.OrderBy(m => m.Key).Select(m => $"{m.Key} {m.Value}"))}");
        await ShowAsync(run, findings);
        findings.Count.ShouldBe(0);
        run.Counts.Executed.ShouldBeGreaterThan(run.Counts.Documents / 4);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Library_Should_SayWhatTheReferenceSays_When_ACaseIsKnown(string seed)
    {
        using var oracle = await installation.StartAsync();
        var run = new DifferentialRun(oracle, new Deviations());
        var parts = seed.Split('/').Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToArray();

        var findings = await run.RunAsync(parts[0], parts[1..]);

        await ShowAsync(run, findings);
        findings.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("rule")]
    [InlineData("place")]
    [InlineData("tree")]
    [InlineData("data")]
    [InlineData("path")]
    [InlineData("events")]
    [InlineData("parts")]
    [InlineData("introspection")]
    [InlineData("sdl")]
    public async Task Run_Should_FindADifference_When_TheOracleHasABug(string plant)
    {
        using var oracle = await installation.StartAsync();

        (await RunAsync(new DifferentialRun(oracle, new Deviations(), plant), first: 1, ControlSchemas, most: 1)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Run_Should_FindADifference_When_WeRefuseMore()
    {
        using var oracle = await installation.StartAsync();
        var run = new DifferentialRun(oracle, new Deviations(), validation: new() { MaximumErrors = 1_000, MaximumDepth = 2 });

        (await RunAsync(run, first: 1, ControlSchemas, most: 1)).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(Deviations.OrderOfTypes)]
    [InlineData(Deviations.LaterThan2025)]
    [InlineData(Deviations.OwnDescriptions)]
    [InlineData(Deviations.DefaultNotation)]
    [InlineData(Deviations.OneLocation)]
    [InlineData(Deviations.OneConflictReport)]
    [InlineData(Deviations.OneReportPerVariable)]
    [InlineData(Deviations.VariablePlaces)]
    [InlineData(Deviations.LongEscapes)]
    [InlineData(Deviations.TypeSystem)]
    public async Task Run_Should_FindADifference_When_ADeviationIsNotAccepted(string deviation)
    {
        using var oracle = await installation.StartAsync();

        (await RunAsync(new DifferentialRun(oracle, new Deviations(deviation)), first: 1, ControlSchemas, most: 1)).ShouldNotBeEmpty();
    }

    private static async Task<IReadOnlyList<Finding>> RunAsync(DifferentialRun run, int first, int schemas, int most = MostFindings)
    {
        var findings = new List<Finding>();
        for (var seed = first; seed < first + schemas && findings.Count < most; seed++)
        {
            findings.AddRange(await run.RunAsync(seed, [.. Enumerable.Range(0, DifferentialRun.CasesPerSchema)]));
        }

        return findings;
    }

    /// <summary>Shows one finding of each kind, made small; the same seeds lead to the others.</summary>
    private async Task ShowAsync(DifferentialRun run, IReadOnlyList<Finding> findings)
    {
        foreach (var same in findings.GroupBy(f => f.Difference.What.Split(' ')[0]))
        {
            output.WriteLine($"{same.Count()} times {same.Key}: {string.Join(' ', same.Select(f => f.Seed))}");
            output.WriteLine((await run.ShrinkAsync(same.MinBy(f => f.Case?.Text.Length)!)).ToString());
        }
    }

    private static int Setting(string name, int standard) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : standard;
}
