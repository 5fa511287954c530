using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using PersonalDataHub.GraphQL.Tests.Http;

namespace PersonalDataHub.GraphQL.Tests.Execution;

/// <summary>However a selection is split over fragments, and whatever of it is deferred, the data is that of the flat selection.</summary>
public sealed class MergingPropertyTests : IAsyncLifetime
{
    private static readonly Dictionary<string, (string[] Leaves, Dictionary<string, string> Objects)> Shape = new()
    {
        ["Query"] = ([], new() { ["hero"] = "Hero", ["heroes"] = "Hero", ["strictHero"] = "Hero" }),
        ["Hero"] = (["id", "name", "__typename"], new() { ["nested"] = "Nested", ["friends"] = "Friend", ["self"] = "Hero" }),
        ["Nested"] = (["id"], new() { ["deeper"] = "Deeper", ["strict"] = "Deeper" }),
        ["Deeper"] = (["foo", "bar"], []),
        ["Friend"] = (["id", "name"], []),
    };

    private GraphQLHost host = null!;

    public async ValueTask InitializeAsync() =>
        host = await GraphQLHost.StartAsync(b => Array.ForEach(Heroes.Types, type => b.AddType(type)));

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public void Execute_Should_GiveTheFlatSelection_When_ItIsSplitOverFragments() => Prop
        .ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => IsSame(seed, canDefer: false))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20261121, 1));

    [Fact]
    public void Execute_Should_GiveTheFlatSelection_When_FragmentsAreDeferred() => Prop
        .ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => IsSame(seed, canDefer: true))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20261121, 1));

    private bool IsSame(int seed, bool canDefer)
    {
        var random = new Random(seed);
        var flat = Select(random, "Query", 0);
        var fragments = new StringBuilder();
        var split = Split(random, "Query", flat, canDefer, fragments) + fragments;

        var parts = host.PartsAsync(split).GetAwaiter().GetResult();
        var expected = JsonNode.Parse(host.WholeAsync(Print(flat)).GetAwaiter().GetResult())!["data"];

        return expected is not null && JsonNode.DeepEquals(MergedParts.Of(parts), expected)
            ? true
            : throw new InvalidOperationException($"{Print(flat)}\n{split}\n{expected}\n{string.Join('\n', parts)}");
    }

    private static Dictionary<string, Selected> Select(Random random, string type, int depth)
    {
        var (leaves, objects) = Shape[type];
        var chosen = leaves.Where(_ => random.Next(2) == 0).ToDictionary(name => name, _ => new Selected(null, []));
        foreach (var (name, inner) in objects.Where(_ => depth < 4 && random.Next(2) == 0))
        {
            chosen[name] = new Selected(inner, Select(random, inner, depth + 1));
        }

        if (chosen.Count == 0)
        {
            chosen[leaves.FirstOrDefault() ?? "__typename"] = new Selected(null, []);
        }

        return chosen;
    }

    private static string Print(Dictionary<string, Selected> selection) =>
        "{ " + string.Join(' ', selection.Select(s => s.Value.Type is null ? s.Key : $"{s.Key} {Print(s.Value.Below)}")) + " }";

    /// <summary>The same selection: each field stands in one fragment at least, and what is below it is spread over all of its places.</summary>
    private static string Split(Random random, string type, Dictionary<string, Selected> selection, bool canDefer, StringBuilder fragments)
    {
        var places = Enumerable.Range(0, random.Next(1, 4)).Select(_ => new Dictionary<string, Selected>()).ToList();
        foreach (var (name, field) in selection)
        {
            var chosen = places.Where(_ => random.Next(3) == 0).DefaultIfEmpty(places[random.Next(places.Count)]).ToList();
            foreach (var place in chosen)
            {
                place[name] = field with { Below = chosen.Count == 1 ? field.Below : PartOf(random, field.Below) };
            }

            if (field.Type is not null && chosen.Count > 1)
            {
                chosen[0][name] = field;
            }
        }

        return "{ " + string.Join(' ', places.Where(p => p.Count > 0).Select(p => Wrap(random, type, p, canDefer, fragments))) + " }";
    }

    private static Dictionary<string, Selected> PartOf(Random random, Dictionary<string, Selected> selection) =>
        selection.Where((_, i) => i == 0 || random.Next(2) == 0).ToDictionary();

    private static string Wrap(Random random, string type, Dictionary<string, Selected> selection, bool canDefer, StringBuilder fragments)
    {
        var inner = string.Join(' ', selection.Select(s => s.Value.Type is null ? s.Key : $"{s.Key} {Split(random, s.Value.Type, s.Value.Below, canDefer, fragments)}"));
        var defer = canDefer && random.Next(2) == 0 ? " @defer" : "";
        switch (random.Next(4))
        {
            case 0:
                return defer.Length > 0 ? $"...{defer} {{ {inner} }}" : inner;
            case 1:
                return $"... on {type}{defer} {{ {inner} }}";
            case 2:
                return $"... @include(if: true){defer} {{ {inner} }}";
            default:
                var name = string.Create(CultureInfo.InvariantCulture, $"F{fragments.Length}");
                fragments.Append(CultureInfo.InvariantCulture, $" fragment {name} on {type} {{ {inner} }}");
                return $"...{name}{defer}";
        }
    }

    private sealed record Selected(string? Type, Dictionary<string, Selected> Below);
}
