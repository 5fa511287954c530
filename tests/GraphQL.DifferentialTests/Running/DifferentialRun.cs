using System.Text.Json;
using System.Text.Json.Nodes;
using PersonalDataHub.GraphQL.DifferentialTests.Comparison;
using PersonalDataHub.GraphQL.DifferentialTests.Schemas;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.GraphQL.Validation;

namespace PersonalDataHub.GraphQL.DifferentialTests.Running;

/// <summary>Puts the same cases to the library and to the oracle.</summary>
internal sealed class DifferentialRun(OracleProcess oracle, Deviations deviations, string? plant = null, ValidationOptions? validation = null)
{
    /// <summary>How many documents are made for one schema.</summary>
    public const int CasesPerSchema = 100;

    private readonly ValidationOptions validation = validation ?? ValidationOptions.Unlimited;

    private bool isReady;

    /// <summary>What was looked at: documents, and how many of them were wrong in syntax, not valid, executed.</summary>
    public RunCounts Counts { get; private set; } = new();

    /// <summary>Compares the cases of one schema with these numbers.</summary>
    public async Task<IReadOnlyList<Finding>> RunAsync(int schemaSeed, params IReadOnlyList<int> numbers)
    {
        var generated = RandomSchema.Make(schemaSeed);
        await using var server = await OurServer.StartAsync(generated, validation);
        if (!isReady)
        {
            await IntroduceAsync(server);
        }

        var cases = numbers.Select(n => GeneratedCase.Make(generated, n, server.Schema)).ToList();
        return await CompareAsync(schemaSeed, generated, server, cases);
    }

    /// <summary>The same finding with as little as still shows it.</summary>
    public async Task<Finding> ShrinkAsync(Finding finding)
    {
        if (finding.Case is null)
        {
            return finding;
        }

        await using var server = await OurServer.StartAsync(finding.Schema, validation);
        var smallest = finding;
        await Shrinking.ShrinkAsync(finding.Case, async cases =>
        {
            var findings = await CompareAsync((int)finding.Schema.Seed, finding.Schema, server, cases);
            var same = findings.FirstOrDefault(f => f.Difference.What.Split(' ')[0] == finding.Difference.What.Split(' ')[0]);
            smallest = same ?? smallest;
            return same is null ? -1 : cases.ToList().IndexOf(same.Case!);
        });
        return smallest;
    }

    private async Task<IReadOnlyList<Finding>> CompareAsync(int schemaSeed, GeneratedSchema generated, OurServer server, IReadOnlyList<GeneratedCase> cases)
    {
        var asking = oracle.AskAsync(Message(generated, server, cases));
        var judge = new OurJudge(server, validation);
        var ours = new List<Verdict>();
        foreach (var one in cases)
        {
            ours.Add(await judge.JudgeAsync(one));
        }

        var answer = await asking;
        var findings = (await CompareSchemasAsync(server, answer)).Select(d => new Finding($"{schemaSeed}", generated, null, d)).ToList();
        var theirs = answer.GetProperty("cases").EnumerateArray().ToList();
        for (var i = 0; i < cases.Count; i++)
        {
            var verdict = Verdict.Read(theirs[i]);
            Counts = Counts.With(verdict);
            if ((new VerdictComparison(deviations).Compare(cases[i].Text, ours[i], verdict) ?? ComparePrinted(cases[i], theirs[i])) is { } difference)
            {
                findings.Add(new($"{schemaSeed}/{cases[i].Number}", generated, cases[i], difference));
            }
        }

        return findings;
    }

    private static async Task<IReadOnlyList<Difference>> CompareSchemasAsync(OurServer server, JsonElement answer)
    {
        var differences = new List<Difference>();
        var (ours, theirs) = (JsonSerializer.SerializeToElement(await IntrospectAsync(server)), answer.GetProperty("introspection"));
        if (JsonComparison.FirstDifference(ours, theirs) is { } place)
        {
            differences.Add(new($"introspection at {place}", ours.GetRawText(), theirs.GetRawText()));
        }

        if (answer.GetProperty("sdl").GetString() is { Length: > 0 } printed)
        {
            differences.Add(new("schema printed", printed, ""));
        }

        return differences;
    }

    private static Difference? ComparePrinted(GeneratedCase one, JsonElement theirs)
    {
        if (!theirs.TryGetProperty("printed", out var printed))
        {
            return null;
        }

        var dump = new SyntaxDump(withPlaces: false);
        var document = OurJudge.Parse(one.Text).Document;
        return !theirs.GetProperty("reread").GetBoolean() ? new("print", SyntaxPrinter.Print(document!), printed.GetString()!)
            : dump.Of(document) != dump.Of(OurJudge.Parse(printed.GetString()!).Document) ? new("reading what the oracle prints", "", printed.GetString()!)
            : null;
    }

    private JsonObject Message(GeneratedSchema generated, OurServer server, IEnumerable<GeneratedCase> cases) => new()
    {
        ["sdl"] = generated.Sdl,
        ["printed"] = SchemaPrinter.Print(server.Schema),
        ["seed"] = generated.Seed,
        ["scalars"] = new JsonObject(generated.Scalars.Select(s => KeyValuePair.Create<string, JsonNode?>(s.Name, s.Kind))),
        ["introspect"] = IntrospectionQuery.Text,
        ["plant"] = plant,
        ["cases"] = new JsonArray([.. cases.Select(c => c.ToJson(OurJudge.Parse(c.Text).Document is { } document ? SyntaxPrinter.Print(document) : null))]),
    };

    private async Task IntroduceAsync(OurServer server)
    {
        await oracle.AskAsync(new() { ["patches"] = new JsonArray([.. deviations.Names.Select(n => JsonValue.Create(n))]), ["introspection"] = await IntrospectAsync(server) });
        isReady = true;
    }

    private static async Task<JsonNode> IntrospectAsync(OurServer server)
    {
        var result = await server.Executor.ExecuteAsync(new GraphQLRequest(IntrospectionQuery.Text), server.Services, CancellationToken.None);
        return JsonNode.Parse(result.ToJson())!["data"]!.DeepClone();
    }
}
