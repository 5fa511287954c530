using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Tests.Http;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Tests.Execution;

public sealed class LookAheadTests
{
    [Theory]
    [InlineData("{ tree { id } }", "Leaf.id Twig.id")]
    [InlineData("{ tree { ...F ... on Twig { length(unit: 3) } } } fragment F on Plant { id ... on Leaf { colour } }",
        "Leaf.id Leaf.colour Twig.id Twig.length(3)")]
    [InlineData("query ($yes: Boolean = true, $no: Boolean = false) { tree { ... on Leaf { id @skip(if: $yes) colour @include(if: $no) parent @include(if: $yes) { id } } } }",
        "Leaf.parent Leaf.parent/Leaf.id Leaf.parent/Twig.id")]
    [InlineData("query ($no: Boolean = false) { tree { ... on Leaf @include(if: $no) { id parent { id } } } tree { ... on Leaf { parent { ... on Leaf { colour } } } } }",
        "Leaf.parent Leaf.parent/Leaf.colour")]
    [InlineData("query ($n: Int = 4) { tree { ... on Twig { a: length(unit: $n) b: length } } }", "Twig.length(4) Twig.length(1)")]
    public async Task Children_Should_SeeThroughFragmentsAndConditions(string query, string expected)
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddType(typeof(TreeQueries)));

        await host.QueryAsync(query);
        var seen = await host.QueryAsync("{ seen }");

        seen.ShouldBe($$$"""{"data":{"seen":"{{{expected}}}"}}""");
    }

    [Fact]
    public async Task Children_Should_TellWhatIsDeferred()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddType(typeof(TreeQueries)));
        const string Query = "{ tree { ... on Leaf { id ... @defer { id colour parent { id } } } } }";

        await host.PartsAsync(Query);
        (await host.QueryAsync("{ seen }")).ShouldBe("""{"data":{"seen":"Leaf.id Leaf.colour(deferred) Leaf.parent(deferred) Leaf.parent/Leaf.id Leaf.parent/Twig.id"}}""");

        await host.WholeAsync(Query);
        (await host.QueryAsync("{ seen }")).ShouldBe("""{"data":{"seen":"Leaf.id Leaf.colour Leaf.parent Leaf.parent/Leaf.id Leaf.parent/Twig.id"}}""");
    }

    [Fact]
    public async Task Selection_Should_TellItsOwnFieldToBeDeferred()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddType(typeof(TreeQueries)));

        var parts = await host.PartsAsync("{ now: isDeferred ... @defer { later: isDeferred } }");

        string.Join(' ', parts).ShouldContain("\"now\":false");
        string.Join(' ', parts).ShouldContain("\"later\":true");
    }

    [QueryType]
    public static class TreeQueries
    {
        private static string lastSeen = "";

        public static IPlant? GetTree(IResolverContext context)
        {
            lastSeen = string.Join(' ', context.Selection.Children.SelectMany(c => Describe(c, "")));
            return null;
        }

        public static string Seen() => lastSeen;

        public static bool IsDeferred(ISelection selection) => selection.IsDeferred;

        private static IEnumerable<string> Describe(ISelection selection, string prefix)
        {
            var name = $"{prefix}{selection.Field.DeclaringType}.{selection.Field.Name}";
            yield return selection.HasArgument("unit") ? $"{name}({selection.Argument<int>("unit")})" : selection.IsDeferred ? $"{name}(deferred)" : name;
            foreach (var below in selection.Children.SelectMany(c => Describe(c, name + "/")))
            {
                yield return below;
            }
        }
    }

    [InterfaceType]
    [GraphQLName("Plant")]
    public interface IPlant
    {
        string Id { get; }
    }

    public sealed record Leaf(string Id, string Colour, IPlant? Parent) : IPlant;

    public sealed record Twig(string Id) : IPlant
    {
        public int Length(int unit = 1) => unit;
    }
}
