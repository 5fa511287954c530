using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Http;
using PersonalDataHub.GraphQL.Tests.Http;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.GraphQL.Types.Pagination;

namespace PersonalDataHub.GraphQL.Tests.Types.Pagination;

public sealed class PagingTests : IAsyncLifetime
{
    private GraphQLHost host = null!;

    public async ValueTask InitializeAsync() => host = await GraphQLHost.StartAsync(b => b.AddType(typeof(Shelf)));

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Print_Should_ShowConnections_When_FieldsPage()
    {
        var sdl = await host.Client.GetStringAsync("/graphql?sdl");

        sdl.ShouldContain("""
              volumes(
                count: Int!
                "Items wanted from the start of the list; at most 50."
                first: Int
                "The cursor behind which to start."
                after: String
                "Items wanted from the end of the list; at most 50."
                last: Int
                "The cursor before which to end."
                before: String
              ): VolumeConnection!
            """.ReplaceLineEndings("\n"));
        sdl.ShouldContain("""
            type VolumeConnection {
              "Where the page lies."
              pageInfo: PageInfo!
              "The items with their cursors."
              edges: [VolumeEdge!]
              "The items."
              nodes: [Volume!]
              "Items of the whole list."
              totalCount: Int!
            }
            """.ReplaceLineEndings("\n"));
        sdl.ShouldContain("""
            type NumberConnection {
              "Where the page lies."
              pageInfo: PageInfo!
              "The items with their cursors."
              edges: [NumberEdge!]
            }

            "An item of a list."
            type NumberEdge {
              "Where the item stands in the list."
              cursor: String!
              "The item."
              node: Int!
            }
            """.ReplaceLineEndings("\n"));
        sdl.ShouldContain("hasPreviousPage: Boolean!");
        sdl.ShouldContain("  ): VolumeConnection\n");
    }

    [Fact]
    public async Task Query_Should_GiveTheFirstPage_When_NothingIsSaid()
    {
        var page = (await host.JsonAsync("{ volumes(count: 12) { nodes { number } edges { cursor node { number } } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"))
            .GetProperty("data").GetProperty("volumes");

        page.GetProperty("nodes").GetArrayLength().ShouldBe(10);
        page.GetProperty("totalCount").GetInt32().ShouldBe(12);
        page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean().ShouldBeTrue();
        page.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean().ShouldBeFalse();
        page.GetProperty("pageInfo").GetProperty("endCursor").GetString().ShouldBe(page.GetProperty("edges")[9].GetProperty("cursor").GetString());
    }

    [Theory]
    [InlineData("{ own { nodes { number } totalCount } }", """{"data":{"own":{"nodes":[{"number":7}],"totalCount":1}}}""")]
    [InlineData("{ own(after: \"mine\") { edges { cursor } } }", """{"data":{"own":{"edges":[{"cursor":"mine"}]}}}""")]
    [InlineData("{ box { content(last: 1) { nodes { number } totalCount } } }", """{"data":{"box":{"content":{"nodes":[{"number":2}],"totalCount":2}}}}""")]
    [InlineData("{ numbers(count: 9) { edges { node } } }", """{"data":{"numbers":{"edges":[{"node":0},{"node":1},{"node":2}]}}}""")]
    [InlineData("{ numbers(count: 9, first: 4, last: 2) { edges { node } pageInfo { hasNextPage hasPreviousPage } } }",
        """{"data":{"numbers":{"edges":[{"node":2},{"node":3}],"pageInfo":{"hasNextPage":true,"hasPreviousPage":true}}}}""")]
    [InlineData("{ volumes(count: 0) { nodes { number } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }",
        """{"data":{"volumes":{"nodes":[],"pageInfo":{"hasNextPage":false,"hasPreviousPage":false,"startCursor":null,"endCursor":null}}}}""")]
    public async Task Query_Should_GiveThePage_When_ResolversReturnWhatTheyLike(string query, string expected) =>
        (await host.QueryAsync(query)).ShouldBe(expected);

    [Theory]
    [InlineData("volumes(count: 1, first: 0)", "PAGE_OUT_OF_RANGE")]
    [InlineData("volumes(count: 1, first: -1)", "PAGE_OUT_OF_RANGE")]
    [InlineData("volumes(count: 1, first: 51)", "PAGE_OUT_OF_RANGE")]
    [InlineData("volumes(count: 1, last: 51)", "PAGE_OUT_OF_RANGE")]
    [InlineData("keyed(count: 1, last: 51)", "PAGE_OUT_OF_RANGE")]
    [InlineData("volumes(count: 1, after: \"\")", "INVALID_CURSOR")]
    [InlineData("volumes(count: 1, after: \"1\")", "INVALID_CURSOR")]
    [InlineData("volumes(count: 1, before: \"YWZ0ZXI6LTE\")", "INVALID_CURSOR")]
    [InlineData("volumes(count: 1, after: \"YWZ0ZXI6dm9sdW1lIDE\")", "INVALID_CURSOR")]
    [InlineData("volumes(count: 1, after: \"YWZ0ZXI6OTk5OTk5OTk5OTk5\")", "INVALID_CURSOR")]
    [InlineData("volumes(count: 1, after: \"ä\\u0000%\")", "INVALID_CURSOR")]
    [InlineData("keyed(count: 1, after: \"gICA\")", "INVALID_CURSOR")]
    public async Task Query_Should_RefuseBeforeTheResolverRuns_When_ThePageIsWrong(string field, string code)
    {
        var before = Shelf.Read;

        var error = (await host.JsonAsync("{ " + field + " { nodes { number } } }")).GetProperty("errors")[0];

        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe(code);
        error.GetProperty("message").GetString()!.ShouldNotContain("volume 1");
        Shelf.Read.ShouldBe(before);
    }

    [Theory]
    [InlineData("volumes")]
    [InlineData("keyed")]
    public void Query_Should_VisitEverythingOnce_When_WalkingEitherWay(string field) => Prop
        .ForAll(Gen.Choose(0, 70).ToArbitrary(), Gen.Choose(1, 50).ToArbitrary(), (count, size) =>
            Walk(field, count, $"first: {size}", "after", "endCursor", "hasNextPage", size).SelectMany(page => page).SequenceEqual(Enumerable.Range(0, count))
            && Walk(field, count, $"last: {size}", "before", "startCursor", "hasPreviousPage", size).AsEnumerable().Reverse().SelectMany(page => page).SequenceEqual(Enumerable.Range(0, count)))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20261121, 7));

    /// <summary>Two cursors cut a window, of which pages never hold more than asked for.</summary>
    [Fact]
    public void Cut_Should_StayWithinTheWindow_When_CursorsAndSizesAreAny() => Prop
        .ForAll(Gen.ArrayOf(Gen.Choose(0, 30), 5).ToArbitrary(), values =>
        {
            var (count, after, before, first, last) = (values[0], values[1], values[2], values[3], values[4]);
            var page = FieldPaging.Cut(Enumerable.Range(0, count).Cast<object>().ToList(), new PagingArguments(
                first == 0 ? null : first, after == 0 ? null : Key(after), last == 0 ? null : last, before == 0 ? null : Key(before)))!;
            var window = Enumerable.Range(0, count).Where(n => (after == 0 || n > after) && (before == 0 || n < before)).ToList();
            var expected = first == 0 ? window : [.. window.Take(first)];
            expected = last == 0 ? expected : [.. expected.TakeLast(last)];
            return page.Nodes.Cast<int>().SequenceEqual(expected)
                && (expected.Count == 0 || (page.PageInfo.HasPreviousPage == expected[0] > 0 && page.PageInfo.HasNextPage == expected[^1] < count - 1));
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithReplay(20261121, 11));

    [Fact]
    public async Task Start_Should_NameTheMistake_When_PagingIsWrong()
    {
        var mistaken = await Should.ThrowAsync<SchemaException>(() => GraphQLHost.StartAsync(b => b.AddType(typeof(Mistaken)).AddType(typeof(MistakenChange))));

        mistaken.Mistakes.ShouldBe(
            [
                "Mistaken.Single: [UsePaging] needs a list. Return one, or a Page<T> or Connection<T>.",
                "Mistaken.Unmarked pages without [UsePaging]. Put it on the member.",
                "Mistaken.Takes pages without [UsePaging]. Put it on the member.",
                "Mistaken.Sizes: the page sizes of [UsePaging] and PagingOptions must be at least 1, and the default at most the maximum.",
                "Mistaken.Other: another VolumeConnection has other fields. Set ConnectionName on one of them.",
                "MistakenChange.Change: a mutation has no pages. Return the list, or page a field of what it returns.",
            ],
            ignoreOrder: true);
    }

    private static string Key(int position) => position.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private List<int[]> Walk(string field, int count, string size, string argument, string cursor, string more, int most)
    {
        var executor = host.Services.GetRequiredService<RequestExecutor>();
        var pages = new List<int[]>();
        string? from = null;
        while (true)
        {
            var arguments = from is null ? size : $"{size}, {argument}: \"{from}\"";
            using var scope = host.Services.CreateScope();
            var result = executor.ExecuteAsync(
                new GraphQLRequest($"{{ {field}(count: {count}, {arguments}) {{ nodes {{ number }} totalCount pageInfo {{ {cursor} {more} }} }} }}"),
                scope.ServiceProvider,
                CancellationToken.None).AsTask().GetAwaiter().GetResult();
            var page = JsonElement.Parse(result.ToJson()).GetProperty("data").GetProperty(field);
            pages.Add([.. page.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("number").GetInt32())]);
            pages[^1].Length.ShouldBeLessThanOrEqualTo(most);
            page.GetProperty("totalCount").GetInt32().ShouldBe(count);
            if (!page.GetProperty("pageInfo").GetProperty(more).GetBoolean())
            {
                return pages;
            }

            from = page.GetProperty("pageInfo").GetProperty(cursor).GetString();
        }
    }

    [QueryType]
    public static class Mistaken
    {
        [UsePaging]
        public static Volume Single() => new(1);

        public static Connection<Volume> Unmarked() => new([], new PageInfo(false, false, null, null));

        public static Volume[] Takes(PagingArguments paging) => [];

        [UsePaging(DefaultPageSize = 9, MaxPageSize = 8)]
        public static Volume[] Sizes() => [];

        [UsePaging(IncludeNodesField = false)]
        public static Volume[] Other() => [];
    }

    [MutationType]
    public static class MistakenChange
    {
        [UsePaging]
        public static Volume[] Change() => [];
    }
}
