using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Fulfillment;
using PersonalDataHub.Hub.Requests.Planning;
using static PersonalDataHub.Hub.Tests.Requests.Fulfillment.Acceptance;

namespace PersonalDataHub.Hub.Tests.Requests.Fulfillment;

/// <summary>Erasures do what was approved and nothing else, and go forward only.</summary>
public sealed class ErasureTests
{
    private static readonly ErasureContent everything = new(new Scope.All(), ErasureGround.ConsentWithdrawn);

    [Fact]
    public async Task RunDueAsync_Should_EraseAndLeaveATombstone_When_AllWasApproved()
    {
        // arrange
        await using var room = await FulfillmentRoom.CreateAsync();
        await room.AcceptAsync(everything, Share("crm", Item(Fate.Erase), Item(Fate.Erase, SecondAccount)));

        // act
        await room.RunAsync();

        // assert
        (await room.RequestAsync()).Status.ShouldBe(RequestStatus.Done);
        room.Ledger("SELECT key FROM account WHERE number = '10001'").ShouldBeEmpty();
        room.Ledger("SELECT count(*) FROM account").ShouldBe(["4"]);
        var tombstone = await room.LookAsync(db => db.Tombstones.SingleAsync());
        tombstone.Source.ShouldBe("crm");
        tombstone.Blind.ShouldBe("key"u8.ToArray());
    }

    [Fact]
    public async Task RunDueAsync_Should_DoNothingAndAskAgain_When_MoreIsHeldThanWasApproved()
    {
        // arrange
        await using var room = await FulfillmentRoom.CreateAsync();
        await room.AcceptAsync(everything, Share("crm", Item(Fate.Erase)));

        // act
        await room.RunAsync();
        var stopped = await room.RequestAsync();
        var untouched = room.Effects();
        await room.ApproveAsync();
        await room.RunAsync();

        // assert
        stopped.Status.ShouldBe(RequestStatus.AwaitingApproval);
        stopped.PlanHash.ShouldNotBe("approved");
        stopped.Reason.ShouldBe("crm: 1 × account was not shown before (Erase).");
        untouched.ShouldBeEmpty();
        room.Effects().ShouldBe(["erase 0", "erase 1"]);
    }

    [Fact]
    public async Task RunDueAsync_Should_DoNothingAndAskAgain_When_TheSourceNowKeepsIt()
    {
        await using var room = await FulfillmentRoom.CreateAsync();
        room.Switch("crm", "retains 2030-12-31 Open invoice");
        await room.AcceptAsync(everything, Share("crm", Item(Fate.Erase), Item(Fate.Erase, SecondAccount)));

        await room.RunAsync();

        (await room.TaskAsync()).WaitingCause.ShouldBe(WaitingCause.Approval);
        (await room.RequestAsync()).Reason.ShouldBe("crm: 2 × account would be Retain instead of Erase.");
        (await room.ItemsAsync()).ShouldAllBe(item => item.Fate == Fate.Retain && item.Until == new DateOnly(2030, 12, 31));
    }

    [Fact]
    public async Task RunDueAsync_Should_KeepTheKey_When_SomethingIsRetained()
    {
        // arrange
        await using var room = await FulfillmentRoom.CreateAsync();
        room.Switch("crm", "retains 2030-12-31 Open invoice");
        await room.AcceptAsync(everything, Share("crm", Item(Fate.Retain), Item(Fate.Retain, SecondAccount)));

        // act
        await room.RunAsync();

        // assert
        (await room.RequestAsync()).Status.ShouldBe(RequestStatus.DoneWithRetention);
        (await room.LookAsync(db => db.RequestKeys.CountAsync())).ShouldBe(1);
        (await room.LookAsync(db => db.Tombstones.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task RunDueAsync_Should_GoForward_When_AnAttemptErasedAndItsReplyWasLost()
    {
        // arrange
        await using var room = await FulfillmentRoom.CreateAsync();
        room.Switch("crm", "lost-reply 1");
        await room.AcceptAsync(everything, Share("crm", Item(Fate.Erase), Item(Fate.Erase, SecondAccount)));

        // act
        await room.RunForAsync(TimeSpan.FromMinutes(1));

        // assert
        (await room.RequestAsync()).Status.ShouldBe(RequestStatus.Done);
        room.Effects().ShouldBe(["erase 0", "erase 1"]);
        (await room.ItemsAsync()).ShouldAllBe(item => item.Outcome == Outcome.Verified);
    }

    [Fact]
    public async Task RunDueAsync_Should_AskForApproval_When_ASourceNotReachedThenAnswersNow()
    {
        await using var room = await FulfillmentRoom.CreateAsync();
        await room.AcceptAsync(everything, Share("crm") with { NotReached = true });

        await room.RunAsync();

        (await room.RequestAsync()).Status.ShouldBe(RequestStatus.AwaitingApproval);
        (await room.ItemsAsync()).Count.ShouldBe(2);
        room.Effects().ShouldBeEmpty();
    }

    [Fact]
    public async Task RunDueAsync_Should_EndWithoutItems_When_ASourceNotReachedThenHoldsNothing()
    {
        await using var room = await FulfillmentRoom.CreateAsync();
        var nobody = new SubjectIdentity(IdentityKinds.CustomerNumber, "99999", "crm");
        await room.AcceptAsync(everything, Share("crm") with { NotReached = true, Identities = [nobody] });

        await room.RunAsync();

        (await room.RequestAsync()).Status.ShouldBe(RequestStatus.Done);
    }
}
