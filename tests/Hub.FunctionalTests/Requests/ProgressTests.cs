using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using PersonalDataHub.DemoSources.Telecom;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Requests;

/// <summary>Whoever watches a request sees it go through its states, over server-sent events, until it has ended.</summary>
public sealed class ProgressTests(RightsHub shared) : IClassFixture<RightsHub>
{
    private const string Progress = "subscription Progress($id: ID!) { dataSubjectRequestProgress(id: $id) { ...request } } " + RightsDesk.Request;

    private static readonly string[] Statuses = ["AWAITING_APPROVAL", "RUNNING", "DONE_WITH_RETENTION"];
    private static readonly string[] States = ["ACCEPTED", "EXECUTING", "WAITING", "FINAL"];

    private readonly RightsDesk desk = shared.Desk;

    [Fact]
    public async Task DataSubjectRequestProgress_Should_ShowStatesInOrderAndComplete_When_ARequestIsCarriedOut()
    {
        // arrange
        var planned = await desk.MakeAsync("requestErasure", desk.Erasure(AwkwardCases.ShownFirst));
        using var response = await WatchAsync(planned.Text("id")!);
        await using var stream = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var seen = new List<JsonElement>();
        var completed = false;

        // act
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(TestContext.Current.CancellationToken))
        {
            completed |= item.EventType == "complete";
            if (item.EventType == "next")
            {
                seen.Add(JsonElement.Parse(item.Data).At("data.dataSubjectRequestProgress"));
                if (seen.Count == 1)
                {
                    await desk.MakeAsync("approvePlan", new { request = planned.Text("id"), hash = planned.Text("plan.hash") });
                }
            }
        }

        // assert
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        completed.ShouldBeTrue();
        (seen[0].Text("status"), seen[^1].Text("status")).ShouldBe((Statuses[0], Statuses[^1]));
        ShouldComeInOrder(seen.Select(request => request.Text("status")!), Statuses);
        foreach (var source in (string[])["crm", "call-recordings", "web-analytics"])
        {
            ShouldComeInOrder(seen.Select(request => request.TaskOf(source).Text("state")!), States);
        }

        // The contract is in force: what it needs waits in billing.
        ShouldComeInOrder(seen.Select(request => request.TaskOf("billing").Text("state")!), States[..^1]);
    }

    [Fact]
    public async Task DataSubjectRequestProgress_Should_ShowTheEndOnly_When_TheRequestHasEnded()
    {
        // arrange
        var ended = await desk.SettleAsync("requestRestriction", desk.Restriction(AwkwardCases.OwnEmail, new { all = true }));

        // act
        using var response = await WatchAsync(ended.Text("id")!);
        var events = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n');

        // assert
        events.Count(line => line == "event: next").ShouldBe(1);
        events.Count(line => line == "event: complete").ShouldBe(1);
    }

    private static void ShouldComeInOrder(IEnumerable<string> seen, string[] course)
    {
        var places = seen.Select(one => Array.IndexOf(course, one)).ToList();
        places.ShouldBe(places.Order().ToList());
        places[0].ShouldBe(0);
        places[^1].ShouldBe(course.Length - 1);
    }

    private Task<HttpResponseMessage> WatchAsync(string id)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "graphql") { Content = JsonContent.Create(new { query = Progress, variables = new { id } }) };
        request.Headers.Add("X-Purpose", "data-subject-rights");
        request.Headers.Accept.ParseAdd("text/event-stream");
        return shared.Hub.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }
}
