namespace PersonalDataHub.GraphQL.Tests.Http;

/// <summary>The protocol's own client judges our streams.</summary>
public sealed class SseClientTests
{
    private const string Articles = "subscription { articles(section: \"home\") { title } }";

    private readonly NewsDesk desk = new();

    [Fact]
    public async Task Client_Should_ReadEventsAsTheyCome_UntilTheStreamCompletes()
    {
        using var client = await SseClientProcess.InstallAsync();
        await using var host = await GraphQLHost.StartAsync(b => b.AddNews(desk));
        client.Subscribe(host.Address, Articles);

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
        using var client = await SseClientProcess.InstallAsync();
        await using var host = await GraphQLHost.StartAsync(b => b.AddNews(desk));
        desk.Publish(new Article("only", "home"));

        client.Subscribe(host.Address, Articles, most: 1);

        (await client.ReadLineAsync()).ShouldBe("""{"data":{"articles":{"title":"only"}}}""");
        (await client.ReadLineAsync()).ShouldBe("left");
        await desk.Left.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("{ motto }", """{"data":{"motto":"All of it"}}""")]
    [InlineData("subscription { countdown(from: 14) }", "NetworkError: Server responded with 400: Bad Request")]
    public async Task Client_Should_UnderstandSingleResultsAndRefusals(string query, string line)
    {
        using var client = await SseClientProcess.InstallAsync();
        await using var host = await GraphQLHost.StartAsync(b => b.AddNews(desk));

        client.Subscribe(host.Address, query);

        (await client.ReadLineAsync()).ShouldBe(line);
    }

    [Fact]
    public async Task Client_Should_KnowThatTheStreamWasCutOff_When_TheServerStops()
    {
        using var client = await SseClientProcess.InstallAsync();
        await using var host = await GraphQLHost.StartAsync(b => b.AddNews(desk));
        desk.Publish(new Article("only", "home"));
        client.Subscribe(host.Address, Articles);
        await client.ReadLineAsync();

        await host.StopAsync();

        (await client.ReadLineAsync()).ShouldNotBeNull().ShouldStartWith("NetworkError");
    }
}
