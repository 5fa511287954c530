using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Requests.Durability;

/// <summary>Two hubs over one database are one hub: asked at one and followed at the other, and none of it lost with a node.</summary>
public sealed class SeveralNodesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hub_Should_CarryOutARequest_When_OneNodeIsOnPostgreSql()
    {
        await using var cluster = await LedgerCluster.StartAsync(persons: 3, "a");

        var request = await cluster.Desk("a").RequestErasureAsync("10001");

        await cluster.Desk("a").UntilStatusAsync(request, "DONE");
    }

    [Fact]
    public async Task Subscription_Should_TellAtOneNode_When_TheRequestEndsAtAnother()
    {
        // arrange
        await using var cluster = await LedgerCluster.StartAsync(persons: 3, "a", "b");
        cluster.Register.Ledger.Switch("slow-reply 3000");
        var request = await cluster.Desk("a").RequestErasureAsync("10001");

        // act
        var seen = new List<string>();
        await foreach (var progress in cluster.WatchAsync("b", request.Text("id")!, Token))
        {
            seen.Add(progress.Text("status")!);
        }

        // assert
        (seen[0], seen[^1]).ShouldBe(("RUNNING", "DONE"));
    }

    [Fact]
    public async Task Hub_Should_FinishOnce_When_TheNodeThatWorksIsKilled()
    {
        // arrange
        await using var cluster = await LedgerCluster.StartAsync(persons: 20, "a", "b");
        cluster.Register.Ledger.Switch("slow-reply 1000");
        cluster.Register.Archive.Switch("slow-reply 1000");
        var requests = await RequestAllAsync(cluster, "a", 20);
        var (holder, _) = await Patience.UntilAsync(cluster.HolderAsync, node => node is not null);
        var other = holder == "a" ? "b" : "a";

        // act
        await cluster.KillAsync(holder!);
        await Patience.UntilAsync(cluster.HolderAsync, node => node == other, TimeSpan.FromSeconds(40));
        await UntilDoneAsync(cluster, other, requests);

        // assert
        (await EffectsAsync(cluster)).ShouldBe((20 * 4, 0));
    }

    [Fact]
    public async Task Hub_Should_GoOnAndRefuseTheLateWriter_When_ANodeFreezes()
    {
        // arrange
        await using var cluster = await LedgerCluster.StartAsync(persons: 20, "a", "b");
        cluster.Register.Ledger.Switch("slow-reply 1000");
        cluster.Register.Archive.Switch("slow-reply 1000");
        var requests = await RequestAllAsync(cluster, "a", 20);
        var (holder, _) = await Patience.UntilAsync(cluster.HolderAsync, node => node is not null);
        var other = holder == "a" ? "b" : "a";

        // act
        cluster.Node(holder!).Freeze();
        await UntilDoneAsync(cluster, other, requests);
        var before = await cluster.ScalarAsync("SELECT string_agg(\"State\" || '/' || \"Fence\", ',' ORDER BY \"Key\") FROM \"FulfillmentTasks\"");
        cluster.Node(holder!).Thaw();
        await Patience.UntilAsync(
            () => Task.FromResult(cluster.Node(holder!).Printed.Any(line => line.Contains("taken over or stopped", StringComparison.Ordinal)
                || line.Contains("failed within the hub", StringComparison.Ordinal) || line.Contains("was interrupted", StringComparison.Ordinal))),
            refused => refused);

        // assert
        (await cluster.ScalarAsync("SELECT string_agg(\"State\" || '/' || \"Fence\", ',' ORDER BY \"Key\") FROM \"FulfillmentTasks\"")).ShouldBe(before);
        (await EffectsAsync(cluster)).ShouldBe((20 * 4, 0));
    }

    [Fact]
    public async Task Hub_Should_SaySoAndGoOnByItself_When_TheDatabaseStopsAndStarts()
    {
        // arrange
        await using var cluster = await LedgerCluster.StartAsync(persons: 5, "a");
        cluster.Register.Ledger.Switch("slow-reply 1000");
        var requests = await RequestAllAsync(cluster, "a", 5);

        // act
        await cluster.Server.StopAsync();
        var refusal = await AskAsync(cluster.Node("a").Address, requests[0]);
        var ready = await ReadyAsync(cluster.Node("a").Address);
        await cluster.Server.StartAgainAsync();
        await UntilDoneAsync(cluster, "a", requests);

        // assert
        refusal.ShouldContain("STORAGE_UNAVAILABLE");
        refusal.ShouldNotContain("Npgsql");
        ready.ShouldBe(503);
        (await EffectsAsync(cluster)).ShouldBe((5 * 4, 0));
    }

    private static async Task<IReadOnlyList<JsonElement>> RequestAllAsync(LedgerCluster cluster, string node, int persons)
    {
        var requests = new JsonElement[persons];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, persons),
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Token },
            async (person, _) => requests[person] = await cluster.Desk(node).RequestErasureAsync($"{10001 + person}"));
        return requests;
    }

    private static async Task UntilDoneAsync(LedgerCluster cluster, string node, IReadOnlyList<JsonElement> requests)
    {
        await Patience.UntilAsync(
            async () =>
            {
                try
                {
                    return (long)(await cluster.ScalarAsync("SELECT count(*) FROM \"Requests\" WHERE \"EndedAt\" IS NULL"))!;
                }
                catch (Npgsql.NpgsqlException)
                {
                    return long.MaxValue;
                }
            },
            open => open == 0,
            TimeSpan.FromSeconds(120));
        foreach (var request in requests)
        {
            (await cluster.Desk(node).GetAsync(request.Text("id"))).Text("status").ShouldBe("DONE");
        }
    }

    private static async Task<(long Effects, long Repeated)> EffectsAsync(LedgerCluster cluster)
    {
        LedgerSource[] sources = [cluster.Register.Ledger, cluster.Register.Archive];
        var effects = await Task.WhenAll(sources.Select(source => source.EffectsAsync()));
        var repeated = await Task.WhenAll(sources.Select(source => source.RepeatedEffectsAsync()));
        return (effects.Sum(), repeated.Sum());
    }

    private static async Task<string> AskAsync(Uri address, JsonElement request)
    {
        using var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "demo-dpo");
        http.DefaultRequestHeaders.Add("X-Purpose", "data-subject-rights");
        using var response = await http.PostAsJsonAsync(
            "graphql", new { query = "query($id: ID!) { dataSubjectRequest(id: $id) { status } }", variables = new { id = request.Text("id") } }, Token);
        return await response.Content.ReadAsStringAsync(Token);
    }

    private static async Task<int> ReadyAsync(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        using var response = await http.GetAsync("health/ready", Token);
        return (int)response.StatusCode;
    }
}
