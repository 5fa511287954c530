using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Fulfillment;

namespace PersonalDataHub.Hub.Tests.Requests.Fulfillment;

/// <summary>Erased people are watched for by keyed hashes; what comes back is brought before a person, twice by itself.</summary>
public sealed class ReturnWatchTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_Should_OpenALinkedErasureNamingTheFeeder_When_TheErasedAreFedBack()
    {
        // arrange
        await using var room = await ErasedAsync();
        var erasure = await room.RequestAsync();
        var before = await LookAsync(room);

        // act
        FeedBack(room);
        var tooEarly = await LookAsync(room);
        room.Clock.Advance(TimeSpan.FromDays(1));
        var opened = await LookAsync(room);

        // assert
        (before, tooEarly).ShouldBe((null, null));
        var recurrence = (await room.Get<RequestReader>().FindAsync(opened.ShouldNotBeNull(), Officer.Caller, Cancellation)).ShouldNotBeNull();
        (recurrence.Status, recurrence.RecurrenceOf, recurrence.RecurrenceSource, recurrence.RecurrenceFeeder)
            .ShouldBe((RequestStatus.AwaitingApproval, erasure.Id, "billing", "crm"));
        recurrence.Tasks.Select(task => task.Source).ShouldBe(["billing"]);
    }

    [Fact]
    public async Task RunAsync_Should_SeeNothing_When_SomebodyElseIsFed()
    {
        // The control: it is the hash of the erased person that is recognised.
        await using var room = await ErasedAsync();
        room.Clock.Advance(TimeSpan.FromDays(1));
        room.Ledger("INSERT INTO account (key, number, name) VALUES ('new', '10099', 'Virta')", "billing");

        (await LookAsync(room)).ShouldBeNull();
    }

    [Fact]
    public async Task RunAsync_Should_LeaveItToAPerson_When_ItCameBackAThirdTime()
    {
        // arrange
        await using var room = await ErasedAsync();
        var erasure = await room.RequestAsync();

        // act
        for (var time = 0; time < 2; time++)
        {
            FeedBack(room);
            room.Clock.Advance(TimeSpan.FromDays(1));
            await ApproveAndRunAsync(room, (await LookAsync(room)).ShouldNotBeNull());
        }

        FeedBack(room);
        room.Clock.Advance(TimeSpan.FromDays(1));
        var third = await LookAsync(room);
        room.Clock.Advance(TimeSpan.FromDays(1));
        await LookAsync(room);

        // assert
        third.ShouldBeNull();
        (await room.LookAsync(db => db.Requests.CountAsync(row => row.RecurrenceOf == erasure.Id, Cancellation))).ShouldBe(2);
        (await room.LookAsync(db => db.Requests.SingleAsync(row => row.Id == erasure.Id, Cancellation))).Reason.ShouldNotBeNull().ShouldContain("third time");
        (await room.AuditedAsync()).Count(entry => entry == "leaveRecurrence needsPerson").ShouldBe(1);
    }

    private static void FeedBack(FulfillmentRoom room) =>
        room.Ledger("INSERT INTO account (key, number, name) VALUES ('10001-1', '10001', 'Virta')", "billing");

    /// <summary>Looks once, and opens what was seen.</summary>
    private static async Task<Guid?> LookAsync(FulfillmentRoom room) => await room.Get<ReturnWatch>().RunAsync(Cancellation) == 0
        ? null
        : await room.Get<RecurrenceOpening>().OpenAsync(await room.Get<RecurrenceQueue>().NextAsync(Cancellation), Cancellation);

    private static async Task<FulfillmentRoom> ErasedAsync()
    {
        var room = await FulfillmentRoom.CreateAsync();
        room.Remove("shop/paper.yaml");
        room.Write("shop/crm.yaml", "connector: ledger\nname: CRM\nsettings: { file: crm.db, persons: 3, accountsEach: 1, feeds: billing }\n");
        var header = new RequestHeader
        {
            Register = "shop",
            ClientRequestKey = "one",
            Registrant = new RegistrantKey.ByCustomerId("10001"),
            ReceivedAt = room.Clock.GetUtcNow(),
            Channel = Channel.Letter,
            Purpose = "service",
        };
        var erasure = await room.Get<RequestIntake>().SubmitAsync(
            header, new ErasureContent(new Scope.All(), ErasureGround.ConsentWithdrawn), Officer.Caller, Cancellation);
        await ApproveAndRunAsync(room, erasure.Id);
        return room;
    }

    private static async Task ApproveAndRunAsync(FulfillmentRoom room, Guid id)
    {
        var request = (await room.Get<RequestReader>().FindAsync(id, Officer.Caller, Cancellation)).ShouldNotBeNull();
        await room.Get<PlanApproval>().ApproveAsync(id, request.Plan.Hash, Officer.Caller, Cancellation);
        await room.RunAsync("crm");
        await room.RunAsync("billing");
        (await room.Get<RequestReader>().FindAsync(id, Officer.Caller, Cancellation))!.Status.ShouldBe(RequestStatus.Done);
    }
}
