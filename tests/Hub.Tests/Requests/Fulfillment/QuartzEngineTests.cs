using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Fulfillment;
using static PersonalDataHub.Hub.Tests.Requests.Fulfillment.Acceptance;

namespace PersonalDataHub.Hub.Tests.Requests.Fulfillment;

/// <summary>The engine runs what is due, in real time.</summary>
public sealed class QuartzEngineTests
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task StartAsync_Should_RunWhatWasLeftDue_When_NobodyWakesIt()
    {
        // arrange: a task that a dead process holds
        await using var room = await FulfillmentRoom.CreateAsync(TimeProvider.System, quartz: true);
        await room.AcceptAsync(new RectificationContent([]), Share("crm", Phone()));
        await room.Get<TaskClaims>().ClaimAsync("shop", "crm", "dead", 1, TestContext.Current.CancellationToken);

        // act
        await room.Get<QuartzEngine>().StartAsync(TestContext.Current.CancellationToken);
        var ended = await EndAsync(room);
        await room.Get<QuartzEngine>().StopAsync(TestContext.Current.CancellationToken);

        // assert
        ended.ShouldBe(RequestStatus.Done);
        room.Effects().ShouldBe(["rectify 0"]);
    }

    [Fact]
    public async Task WakeAsync_Should_RunAndRetryByItself_When_TheSourceFailsFirst()
    {
        // arrange: a heartbeat too slow to help
        await using var room = await FulfillmentRoom.CreateAsync(TimeProvider.System, true, (nameof(FulfillmentOptions.Heartbeat), "00:10:00"));
        var engine = room.Get<QuartzEngine>();
        await engine.StartAsync(TestContext.Current.CancellationToken);
        room.Switch("crm", "down 1");
        await room.AcceptAsync(new RectificationContent([]), Share("crm", Phone()));

        // act: many wake-ups are one
        await Task.WhenAll(Enumerable.Range(0, 20)
            .Select(_ => engine.WakeAsync("shop", "crm", TestContext.Current.CancellationToken)));
        var ended = await EndAsync(room);
        await engine.StopAsync(TestContext.Current.CancellationToken);

        // assert
        ended.ShouldBe(RequestStatus.Done);
        (await room.TaskAsync()).Fence.ShouldBe(2);
    }

    private static async Task<RequestStatus> EndAsync(FulfillmentRoom room)
    {
        while (true)
        {
            var request = await room.RequestAsync();
            var next = room.Get<RequestChanges>().NextAsync(request.Id);
            if ((await room.RequestAsync()).EndedAt is not null)
            {
                return (await room.RequestAsync()).Status;
            }

            await next.WaitAsync(patience, TestContext.Current.CancellationToken);
        }
    }
}
