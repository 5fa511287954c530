using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Planning;
using PersonalDataHub.Hub.Retention.Holds;

namespace PersonalDataHub.Hub.Tests.Retention;

public sealed class HoldBookTests
{
    private const int Over = 1200;

    [Fact]
    public async Task Hold_Should_KeepFromSweepsAndRequests_Until_ItIsLifted()
    {
        // arrange
        await using var room = await RetentionRoom.OpenAsync();
        room.WithCustomer("10001", Over).WithCustomer("10002", Over);
        var book = room.Get<HoldBook>();

        // act
        var hold = await book.SetAsync(Hold(room) with { Registrant = new RegistrantKey.ByCustomerId("10001") }, null, RetentionRoom.Officer, TestContext.Current.CancellationToken);
        var held = await room.SweepAsync();
        var asked = await room.EraseAsync("10001");
        var other = await room.EraseAsync("10002", "two");
        await book.LiftAsync(hold.Id, RetentionRoom.Officer, TestContext.Current.CancellationToken);
        var free = await room.SweepAsync();

        // assert
        held.Due.ShouldBe(1);
        asked.Plan.Items.ShouldAllBe(item => item.Fate == Fate.Retain && item.Article == "GDPR Art. 17(3)(e)" && item.LiftedBy == "The lifting of the legal hold");
        other.Plan.Items.ShouldAllBe(item => item.Fate == Fate.Erase);
        free.Checked.ShouldBe(1);
    }

    [Fact]
    public async Task Hold_Should_KeepItsCategoryOfEverybody_When_ItNamesNobody()
    {
        await using var room = await RetentionRoom.OpenAsync();
        room.WithCustomer("10001", Over);

        await room.Get<HoldBook>().SetAsync(Hold(room) with { Fields = ["visit"], Until = room.Today.AddDays(30) }, null, RetentionRoom.Officer, TestContext.Current.CancellationToken);
        var plan = (await room.EraseAsync("10001")).Plan;

        plan.Items.Single(item => item.RecordType == "visit").ShouldSatisfyAllConditions(
            item => item.Fate.ShouldBe(Fate.Retain), item => item.Until.ShouldBe(room.Today.AddDays(30)));
        plan.Items.Single(item => item.RecordType == "customer").Fate.ShouldBe(Fate.Erase);
    }

    [Fact]
    public async Task Set_Should_SetOneHold_When_ItIsDeliveredAgainUnderItsKey()
    {
        // arrange
        await using var room = await RetentionRoom.OpenAsync();
        room.WithCustomer("10001", Over);
        var book = room.Get<HoldBook>();
        var asked = Hold(room) with { Registrant = new RegistrantKey.ByCustomerId("10001") };

        // act
        var first = await book.SetAsync(asked, "key", RetentionRoom.Officer, TestContext.Current.CancellationToken);
        room.Clock.Advance(TimeSpan.FromDays(1));
        var again = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => book.SetAsync(asked, "key", RetentionRoom.Officer, TestContext.Current.CancellationToken)));
        var other = await Should.ThrowAsync<RequestException>(
            () => book.SetAsync(asked with { Registrant = new RegistrantKey.ByCustomerId("10002") }, "key", RetentionRoom.Officer, TestContext.Current.CancellationToken));
        var hidden = await Should.ThrowAsync<RequestException>(
            () => book.SetAsync(asked, "key", RetentionRoom.Officer with { Registers = [] }, TestContext.Current.CancellationToken));

        // assert
        again.ShouldAllBe(hold => hold.Id == first.Id && hold.From == first.From && hold.Reason == first.Reason);
        (other.Mistakes.Single().Code, hidden.Mistakes.Single().Code).ShouldBe((RequestMistakes.KeyReused, RequestMistakes.UnknownRegister));
        (await book.ListAsync("shop", true, RetentionRoom.Officer, TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Set_Should_TellEveryMistakeAndAuditEveryHold_When_Asked()
    {
        // arrange
        await using var room = await RetentionRoom.OpenAsync();
        var book = room.Get<HoldBook>();

        // act
        var refused = await Should.ThrowAsync<RequestException>(() => book.SetAsync(
            Hold(room) with { Reason = " ", ReviewOn = room.Today, Categories = ["nothing"], Fields = ["nobody.name"] }, null, RetentionRoom.Officer, TestContext.Current.CancellationToken));
        var all = await Should.ThrowAsync<RequestException>(() => book.SetAsync(Hold(room), null, RetentionRoom.Officer, TestContext.Current.CancellationToken));
        var tool = await Should.ThrowAsync<RequestException>(() => book.SetAsync(
            Hold(room), null, RetentionRoom.Officer with { Role = "tool" }, TestContext.Current.CancellationToken));
        var hold = await book.SetAsync(Hold(room) with { Categories = ["web"] }, null, RetentionRoom.Officer, TestContext.Current.CancellationToken);

        // assert
        refused.Mistakes.Select(mistake => mistake.About).ShouldBe(["reason", "reviewOn", "nothing", "nobody.name"]);
        all.Mistakes.ShouldHaveSingleItem();
        tool.Mistakes[0].Code.ShouldBe(RequestMistakes.Forbidden);
        await using var db = await room.DatabaseAsync();
        var row = await db.LegalHolds.SingleAsync(TestContext.Current.CancellationToken);
        System.Text.Encoding.UTF8.GetString(row.Reason).ShouldNotContain("dispute");
        hold.Reason.ShouldBe("A dispute about invoice 7.");
        (await db.Audit.SingleAsync(entry => entry.Operation == "setLegalHold", TestContext.Current.CancellationToken)).RequestId.ShouldBe(hold.Id.ToString());
    }

    private static NewHold Hold(RetentionRoom room) => new()
    {
        Register = "shop", Reason = "A dispute about invoice 7.", ReviewOn = room.Today.AddDays(90), Purpose = "service",
    };
}
