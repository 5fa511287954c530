namespace PersonalDataHub.GraphQL.Tests.Http;

/// <summary>The protocol's own client judges our streams.</summary>
public sealed class SseClientTests
{
    private const string Articles = "subscription { articles(section: \"home\") { title } }";

    private readonly NewsDesk desk = new();

    [Fact]
    public async Task Client_Should_ReadEventsAsTheyCome_UntilTheStreamCompletes()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddNews(desk));
        using var client = await SubscribeAsync(host, Articles);

        // act
        desk.Publish(new Article("Äiti ☃", "home"));
        var first = await client.ReadLineAsync();
        desk.Publish(new Article("second", "home"));
        desk.Articles.Writer.Complete();

        // assert
        first.ShouldBe("""{"data":{"articles":{"title":"Äiti ☃"}}}""");
        (await client.ReadLineAsync()).ShouldBe("""{"data":{"articles":{"title":"second"}}}""");
        (await client.ReadLineAsync()).ShouldBe("complete");
    }

    [Fact]
    public async Task Client_Should_StopTheSource_When_ItUnsubscribes()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddNews(desk));
        desk.Publish(new Article("only", "home"));

        using var client = await SubscribeAsync(host, Articles, most: 1);

        (await client.ReadLineAsync()).ShouldBe("""{"data":{"articles":{"title":"only"}}}""");
        (await client.ReadLineAsync()).ShouldBe("left");
        await desk.Left.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("{ motto }", """{"data":{"motto":"All of it"}}""")]
    [InlineData("subscription { countdown(from: 14) }", "\"code\":\"TOO_MANY\"")]
    [InlineData("subscription { countdown", "\"code\":\"SYNTAX_ERROR\"")]
    public async Task Client_Should_ReadSingleResultsAndMistakesFromTheStream(string query, string line)
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddNews(desk));

        using var client = await SubscribeAsync(host, query);

        (await client.ReadLineAsync()).ShouldNotBeNull().ShouldContain(line);
    }

    [Fact]
    public async Task Client_Should_KnowThatTheStreamWasCutOff_When_TheServerStops()
    {
        await using var host = await GraphQLHost.StartAsync(b => b.AddNews(desk));
        desk.Publish(new Article("only", "home"));
        using var client = await SubscribeAsync(host, Articles);
        await client.ReadLineAsync();

        await host.StopAsync();

        (await client.ReadLineAsync()).ShouldNotBeNull().ShouldStartWith("NetworkError");
    }

    [Fact]
    public async Task Client_Should_ComeBack_When_TheServerCutsTheStreamOff()
    {
        // arrange
        var first = await GraphQLHost.StartAsync(b => b.AddNews(desk));
        desk.Publish(new Article("only", "home"));
        using var client = await GraphQLClients.SubscribeAsync(new { url = first.Address, query = Articles, retries = 300 });
        await client.ReadLineAsync();

        // act
        await first.DisposeAsync();
        (await client.ReadLineAsync()).ShouldBe("reconnecting");
        await using var second = await GraphQLHost.StartAsync(b => b.AddNews(desk), first.Address.Port);
        desk.Publish(new Article("again", "home"));

        // assert
        var line = await client.ReadLineAsync();
        while (line == "reconnecting")
        {
            line = await client.ReadLineAsync();
        }

        line.ShouldBe("""{"data":{"articles":{"title":"again"}}}""");
    }

    private static Task<ClientProcess> SubscribeAsync(GraphQLHost host, string query, int? most = null) =>
        GraphQLClients.SubscribeAsync(new { url = host.Address, query, most });
}
