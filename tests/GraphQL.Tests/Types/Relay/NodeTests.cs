using System.Text;
using PersonalDataHub.GraphQL.Http;
using PersonalDataHub.GraphQL.Tests.Http;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.GraphQL.Types.Relay;

namespace PersonalDataHub.GraphQL.Tests.Types.Relay;

public sealed class NodeTests : IAsyncLifetime
{
    private GraphQLHost host = null!;

    public async ValueTask InitializeAsync() => host = await GraphQLHost.StartAsync(AddGarage);

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Print_Should_ShowNodes_When_ClassesAreMarked()
    {
        var sdl = await host.Client.GetStringAsync("/graphql?sdl");

        sdl.ShouldContain("""
            interface Node {
              "Finds the object again."
              id: ID!
            }
            """.ReplaceLineEndings("\n"));
        sdl.ShouldContain("type Car implements Node {");
        sdl.ShouldContain("type Owner implements Node {\n  id: ID!\n");
        sdl.ShouldContain("type Ticket implements Node {");
        sdl.ShouldContain("  carById(id: ID!): Car\n");
        sdl.ShouldContain("  node(id: ID!): Node\n");
        sdl.ShouldContain("  nodes(ids: [ID!]!): [Node]!\n");
        sdl.ShouldContain("  ownerId(isKnown: Boolean!): ID\n");
        sdl.ShouldNotContain("find(");
    }

    [Theory]
    [InlineData("Car:7", """{"__typename":"Car","id":"Q2FyOjc"}""")]
    [InlineData("Owner:00000000-0000-0000-0000-000000000901", """{"__typename":"Owner","id":"T3duZXI6MDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwOTAx"}""")]
    [InlineData("Ticket:a:b ä", """{"__typename":"Ticket","id":"VGlja2V0OmE6YiDDpA"}""")]
    [InlineData("Car:30", "null")]
    [InlineData("Owner:00000000-0000-0000-0000-000000000902", "null")]
    public async Task Node_Should_FindTheObjectAgain_When_TheIdIsOurs(string inside, string expected) =>
        (await host.QueryAsync("query ($id: ID!) { node(id: $id) { __typename id } }", new { id = Id(inside) })).ShouldBe("{\"data\":{\"node\":" + expected + "}}");

    [Theory]
    [InlineData("Q2FyOjc=")]
    [InlineData("Q2FyOj")]
    [InlineData("7")]
    [InlineData("")]
    [InlineData("gICA")]
    [InlineData("ä%\u0000")]
    [InlineData("OjE")]
    public Task Node_Should_GiveATypedError_When_TheFormIsWrong(string id) => RefusesAsync("query ($id: ID!) { node(id: $id) { id } }", new { id }, "INVALID_ID");

    [Theory]
    [InlineData("Plane:1", "INVALID_ID")]
    [InlineData("Query:1", "INVALID_ID")]
    [InlineData("Owner:1", "INVALID_ID")]
    [InlineData("Car:one", "INVALID_INPUT")]
    [InlineData("Car:99999999999999999999", "INVALID_INPUT")]
    public Task Node_Should_GiveATypedError_When_TheContentIsWrong(string inside, string code) =>
        RefusesAsync("query ($id: ID!) { node(id: $id) { id } }", new { id = Id(inside) }, code);

    [Fact]
    public async Task Nodes_Should_KeepTheOrder_When_SomeAreGone()
    {
        var ids = new[] { Id("Car:2"), Id("Car:99"), Id("Ticket:x"), Id("Car:2") };

        (await host.QueryAsync("query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Ticket { text } ... on Car { id } } }", new { ids }))
            .ShouldBe("""{"data":{"nodes":[{"id":"Q2FyOjI"},null,{"text":"x!"},{"id":"Q2FyOjI"}]}}""");
    }

    [Theory]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public async Task Nodes_Should_Refuse_When_TooManyAreAskedFor(int count, bool isRefused)
    {
        var body = await host.QueryAsync("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids = Enumerable.Repeat(Id("Car:1"), count) });

        body.Contains("TOO_MANY_NODES", StringComparison.Ordinal).ShouldBe(isRefused);
    }

    [Theory]
    [InlineData("{ carById(id: \"Q2FyOjc\") { id } }", """{"data":{"carById":{"id":"Q2FyOjc"}}}""")]
    [InlineData("{ cars(ids: [\"Q2FyOjc\"]) { id } }", """{"data":{"cars":[{"id":"Q2FyOjc"},{"id":"Q2FyOjE"}]}}""")]
    [InlineData("{ cars(ids: [], besides: \"Q2FyOjc\") { id } }", """{"data":{"cars":[{"id":"Q2FyOjc"}]}}""")]
    [InlineData("{ carIds }", """{"data":{"carIds":["Q2FyOjE","Q2FyOjI"]}}""")]
    [InlineData("{ ownerId(isKnown: false) }", """{"data":{"ownerId":null}}""")]
    [InlineData("{ paint(input: {car: \"Q2FyOjc\", colour: \"red\"}) }", """{"data":{"paint":"7 red"}}""")]
    [InlineData("mutation { sellCar(input: {car: \"Q2FyOjc\"}) { int } }", """{"data":{"sellCar":{"int":7}}}""")]
    public async Task Ids_Should_BeReadAndWritten_When_MembersAreMarked(string query, string expected) => (await host.QueryAsync(query)).ShouldBe(expected);

    [Theory]
    [InlineData("query ($id: ID!) { carById(id: $id) { id } }", "Ticket:7", "INVALID_ARGUMENT")]
    [InlineData("query ($id: ID!) { cars(ids: [$id]) { id } }", "Owner:7", "INVALID_ARGUMENT")]
    [InlineData("query ($id: ID!) { paint(input: {car: $id, colour: \"red\"}) }", "Ticket:7", "INVALID_ARGUMENT")]
    [InlineData("mutation ($id: ID!) { sellCar(input: {car: $id}) { int } }", "Ticket:7", "INVALID_ARGUMENT")]
    [InlineData("query ($id: ID!) { carById(id: $id) { id } }", "Car:x", "INVALID_INPUT")]
    public Task Ids_Should_BeRefused_When_TheyAreOfAnotherType(string query, string inside, string code) => RefusesAsync(query, new { id = Id(inside) }, code);

    [Fact]
    public Task Ids_Should_BeRefused_When_TheyComeWithinAVariable() => RefusesAsync(
        "query ($input: PaintInput!) { paint(input: $input) }", new { input = new { car = Id("Ticket:7"), colour = "red" } }, "INVALID_VARIABLE");

    [Fact]
    public async Task Start_Should_NameTheMistake_When_NodesAreWrong()
    {
        var mistaken = await Should.ThrowAsync<SchemaException>(() => GraphQLHost.StartAsync(b => b.AddType(typeof(Mistaken))));

        mistaken.Mistakes.ShouldBe(
            [
                "Mistaken.Dated must take a key (a string, a Guid or a whole number), and nothing else but what is injected, and return the node.",
                "Mistaken.Second: another method finds Car by its key already.",
                "Keyless is a node and so needs a property Id, its key.",
                "Unfound is a [Node] and needs exactly one static method that finds it: Get, GetAsync, or one with [NodeResolver].",
            ],
            ignoreOrder: true);
    }

    private static void AddGarage(GraphQLServerBuilder builder) =>
        builder.AddType(typeof(Garage)).AddType(typeof(GarageChanges)).AddType<Owner>().AddType(typeof(TicketFields));

    private static string Id(string inside) => Convert.ToBase64String(Encoding.UTF8.GetBytes(inside)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private async Task RefusesAsync(string query, object variables, string code)
    {
        var body = await host.JsonAsync(query, variables);

        var error = body.GetProperty("errors")[0];
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe(code);
    }

    [QueryType]
    public static class Mistaken
    {
        [NodeResolver]
        public static Ticket Dated(DateOnly date) => new($"{date}");

        [NodeResolver]
        public static Car First(int id) => new(id);

        [NodeResolver]
        public static Car Second(int id) => new(id);

        [NodeResolver]
        public static Keyless Keyless(int id) => new($"{id}");

        public static Unfound Unfound() => new(1);
    }

    public sealed record Keyless(string Name);

    [Node]
    public sealed record Unfound(int Id);
}
