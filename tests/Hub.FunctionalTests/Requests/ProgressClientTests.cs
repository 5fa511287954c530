using System.Text.Json;
using PersonalDataHub.DemoSources.Telecom;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Requests;

/// <summary>The npm client <c>graphql-sse</c> watches requests at a running hub.</summary>
public sealed class ProgressClientTests(RightsHub shared) : IClassFixture<RightsHub>
{
    private const string Progress = "subscription Progress($id: ID!) { dataSubjectRequestProgress(id: $id) { status } }";
    private readonly RightsDesk desk = shared.Desk;

    [Fact]
    public async Task Client_Should_WatchARequestUntilItsEnd()
    {
        // arrange
        var planned = await desk.MakeAsync("requestErasure", desk.Erasure(AwkwardCases.ShownFirst));
        using var client = await WatchAsync(planned.Text("id")!);
        var first = StatusIn(await client.ReadLineAsync());

        // act
        await desk.MakeAsync("approvePlan", new { request = planned.Text("id"), hash = planned.Text("plan.hash") });

        // assert
        var (last, line) = ("", await client.ReadLineAsync());
        while (line != "complete")
        {
            (last, line) = (StatusIn(line), await client.ReadLineAsync());
        }

        first.ShouldBe("AWAITING_APPROVAL");
        last.ShouldBe("DONE_WITH_RETENTION");
    }

    [Fact]
    public async Task Client_Should_BeToldWhy_When_ThereIsNothingToWatch()
    {
        using var client = await WatchAsync(Guid.NewGuid().ToString());

        (await client.ReadLineAsync()).ShouldNotBeNull().ShouldStartWith("""{"errors":""");
        (await client.ReadLineAsync()).ShouldBe("complete");
    }

    [Fact]
    public async Task Client_Should_BeRefused_When_ItHasNoKey()
    {
        using var client = await WatchAsync(Guid.NewGuid().ToString(), key: "wrong");

        (await client.ReadLineAsync()).ShouldBe("NetworkError: Server responded with 401: Unauthorized");
    }

    [Fact]
    public async Task Client_Should_LeaveWhenItLikes()
    {
        var waiting = await desk.MakeAsync("requestErasure", desk.Erasure(AwkwardCases.OwnEmail));
        using var client = await WatchAsync(waiting.Text("id")!, most: 1);

        StatusIn(await client.ReadLineAsync()).ShouldBe("AWAITING_APPROVAL");
        (await client.ReadLineAsync()).ShouldBe("left");
    }

    [Fact]
    public async Task Client_Should_SeeThePresentStateAgain_When_ItComesBackAfterACut()
    {
        // arrange
        var waiting = await desk.MakeAsync("requestErasure", desk.Erasure(AwkwardCases.OwnEmail));
        await using var network = new CuttingProxy(shared.Hub.Address);
        using var client = await WatchAsync(waiting.Text("id")!, network.Address, retries: 100);
        StatusIn(await client.ReadLineAsync()).ShouldBe("AWAITING_APPROVAL");

        // act
        await network.CutAsync();

        // assert
        (await client.ReadLineAsync()).ShouldBe("reconnecting");
        StatusIn(await client.ReadLineAsync()).ShouldBe("AWAITING_APPROVAL");
    }

    private static string StatusIn(string? line) => JsonElement.Parse(line!).At("data.dataSubjectRequestProgress").Text("status")!;

    private Task<ClientProcess> WatchAsync(string id, Uri? address = null, string key = "demo-dpo", int? most = null, int retries = 0) =>
        GraphQLClients.SubscribeAsync(new
        {
            url = new Uri(address ?? shared.Hub.Address, "graphql"),
            query = Progress,
            variables = new { id },
            headers = new Dictionary<string, string> { ["Authorization"] = $"Bearer {key}", ["X-Purpose"] = "data-subject-rights" },
            most,
            retries,
        });
}
