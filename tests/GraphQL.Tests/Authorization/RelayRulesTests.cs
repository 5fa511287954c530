using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Tests.Http;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.GraphQL.Types.Pagination;
using PersonalDataHub.GraphQL.Types.Relay;

namespace PersonalDataHub.GraphQL.Tests.Authorization;

public sealed class RelayRulesTests
{
    [Theory]
    [InlineData("{ scrolls { edges { cursor } pageInfo { endCursor } } }", "Reader", 200)]
    [InlineData("{ scrolls { edges { cursor } } }", "Keeper", 403)]
    [InlineData("{ scrolls { edges { node { text } } } }", "Reader", 403)]
    [InlineData("{ scrolls { nodes { text } } }", "Reader,Keeper", 200)]
    [InlineData("{ node(id: \"U2Nyb2xsOjE\") { __typename } }", "Reader", 403)]
    [InlineData("{ nodes(ids: [\"U2Nyb2xsOjE\"]) { __typename } }", "Keeper", 403)]
    [InlineData("{ node(id: \"U2Nyb2xsOjE\") { id } }", "Keeper,Sealer", 200)]
    public async Task Execute_Should_AskTheRules_When_FieldsAreMadeByConventions(string query, string may, int status)
    {
        await using var host = await GraphQLHost.StartAsync(b =>
        {
            b.Services.AddSingleton<Desk>();
            b.AddType(typeof(Scrolls)).AddType(typeof(SealFinder)).AddAuthorizationHandler<Clerk>().ModifyOptions(o => o.RequireFieldRules = true);
        });

        (await host.AskAsync(may, query)).Status.ShouldBe(status);
    }

    [Fact]
    public async Task Start_Should_NameTheMethod_When_NodesAreFoundWithoutARule()
    {
        var mistaken = await Should.ThrowAsync<SchemaException>(() =>
            GraphQLHost.StartAsync(b => b.AddType(typeof(BareFinder)).AddAuthorizationHandler<Clerk>().ModifyOptions(o => o.RequireFieldRules = true)));

        mistaken.Mistakes.ShouldContain(
            "BareFinder.Find finds nodes for whoever asks: no authorization rule. Put [Authorize] or [AllowAnonymous] on the method or its class.");
    }

    [QueryType]
    [Authorize("Reader")]
    public static class Scrolls
    {
        [UsePaging]
        [GraphQLName("scrolls")]
        public static Scroll[] All() => [new(1), new(2)];

        [NodeResolver]
        [Authorize("Keeper")]
        public static Scroll ScrollById([ID<Scroll>] int id) => new(id);
    }

    [Authorize("Keeper")]
    public sealed record Scroll(int Id)
    {
        public string Text => $"scroll {Id}";
    }

    [ObjectType<Seal>]
    [Authorize("Sealer")]
    public static class SealFinder
    {
        [NodeResolver]
        public static Seal Find(int id) => new(id);
    }

    [Authorize("Sealer")]
    public sealed record Seal(int Id);

    [ObjectType<Blank>]
    public static class BareFinder
    {
        [NodeResolver]
        public static Blank Find(int id) => new(id);
    }

    [AllowAnonymous]
    public sealed record Blank(int Id);
}
