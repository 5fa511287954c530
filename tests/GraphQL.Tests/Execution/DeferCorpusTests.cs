using System.Text.Json;
using System.Text.Json.Nodes;
using PersonalDataHub.GraphQL.Tests.Http;

namespace PersonalDataHub.GraphQL.Tests.Execution;

/// <summary>Answers in parts exactly as the reference implementation was recorded to do.</summary>
public sealed class DeferCorpusTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Execute_Should_GiveTheSamePartsAsTheReference()
    {
        await using var host = await GraphQLHost.StartAsync(b => Array.ForEach(Heroes.Types, type => b.AddType(type)));
        var different = 0;
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Execution", "Reference", "defer.jsonl")))
        {
            var recorded = JsonNode.Parse(line)!;

            var parts = await host.PartsAsync(recorded["query"]!.GetValue<string>(), recorded["variables"]?.Deserialize<JsonElement>());

            var given = new JsonArray([.. parts.Select(p => WithoutTexts(JsonNode.Parse(p)))]);
            if (!JsonNode.DeepEquals(given, recorded["parts"]))
            {
                different++;
                output.WriteLine($"{recorded["query"]}\n  ours:      {given.ToJsonString()}\n  reference: {recorded["parts"]!.ToJsonString()}");
            }
        }

        different.ShouldBe(0);
    }

    [Fact]
    public async Task Execute_Should_GiveTheSameWhole_When_PartsAreMerged()
    {
        await using var host = await GraphQLHost.StartAsync(b => Array.ForEach(Heroes.Types, type => b.AddType(type)));
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Execution", "Reference", "defer.jsonl")))
        {
            var recorded = JsonNode.Parse(line)!;
            var query = recorded["query"]!.GetValue<string>();
            var variables = recorded["variables"]?.Deserialize<JsonElement>();
            if (line.Contains("roken", StringComparison.Ordinal) || line.Contains("missing", StringComparison.Ordinal))
            {
                continue; // A null that stays in its part is not handed on to the whole.
            }

            var merged = MergedParts.Of(await host.PartsAsync(query, variables));

            var whole = JsonNode.Parse(await host.WholeAsync(query, variables))!["data"];
            JsonNode.DeepEquals(merged, whole).ShouldBeTrue($"{query}\n{merged}\n{whole}");
        }
    }

    private static JsonNode? WithoutTexts(JsonNode? node)
    {
        if (node is JsonObject entries)
        {
            foreach (var name in (string[])["message", "locations", "extensions"])
            {
                entries.Remove(name);
            }
        }

        foreach (var below in node switch
        {
            JsonObject some => some.Select(e => e.Value),
            JsonArray items => items,
            _ => [],
        })
        {
            WithoutTexts(below);
        }

        return node;
    }
}
