using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Fulfillment;

namespace PersonalDataHub.Hub.Tests.Requests;

/// <summary>What becomes of requests after they are taken.</summary>
public sealed class RequestCourseTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Approve_Should_StartNothing_When_TheHashIsOfAnotherPlan()
    {
        // arrange
        await using var room = await RequestRoom.OpenAsync();
        var request = await room.EraseAsync(room.Header());

        // act
        var refused = await Should.ThrowAsync<RequestException>(() => room.ApproveAsync(request, "old"));

        // assert
        refused.Mistakes.ShouldHaveSingleItem().Code.ShouldBe(RequestMistakes.PlanChanged);
        (await room.FindAsync(request.Id)).Status.ShouldBe(RequestStatus.AwaitingApproval);
        (await room.RunAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Approve_Should_StartOnce_When_ItIsRepeated()
    {
        await using var room = await RequestRoom.OpenAsync();
        var request = await room.EraseAsync(room.Header());

        await room.ApproveAsync(request);
        var again = await room.ApproveAsync(request);

        again.Status.ShouldBe(RequestStatus.Running);
        again.ApprovedBy.ShouldBe("officer");
    }

    [Theory]
    [InlineData(Channel.Letter)]
    [InlineData(Channel.Email)]
    [Requirement("S0-56")]
    public async Task Submit_Should_KeepTheWayTheTimeAndTheHandler_When_ARequestComes(Channel channel)
    {
        await using var room = await RequestRoom.OpenAsync();
        var received = room.Clock.GetUtcNow().AddDays(-2);

        var request = await room.EraseAsync(room.Header() with { Channel = channel, ReceivedAt = received });

        var kept = await room.FindAsync(request.Id);
        (kept.Channel, kept.ReceivedAt, kept.RequestedBy, kept.CreatedAt).ShouldBe((channel, received, "officer", room.Clock.GetUtcNow()));
        kept.DueOn.ShouldBe(kept.Deadline.FromReceipt.Due);
    }

    [Fact]
    public async Task Withdraw_Should_CancelEverything_When_NothingHasBegun()
    {
        // arrange
        await using var room = await RequestRoom.OpenAsync();
        var request = await room.ApproveAsync(await room.EraseAsync(room.Header()));

        // act
        var withdrawn = await room.Get<Withdrawal>().WithdrawAsync(request.Id, "changed mind", undo: false, null, RequestRoom.Officer, Cancellation);

        // assert
        withdrawn.Request.Status.ShouldBe(RequestStatus.Withdrawn);
        withdrawn.Request.EndedAt.ShouldNotBeNull();
        withdrawn.Request.Tasks.SelectMany(task => task.Items).ShouldAllBe(item => item.Outcome == Outcome.Cancelled);
        withdrawn.NotUndone.ShouldBeEmpty();
        (await room.RunAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task List_Should_FindThePersonsRequest_When_TheDataIsErased()
    {
        // arrange
        await using var room = await RequestRoom.OpenAsync();
        var request = await room.ApproveAsync(await room.EraseAsync(room.Header()));
        await room.RunAsync();
        room.Clock.Advance(TimeSpan.FromMinutes(1));
        await room.RunAsync();

        // act
        var listing = new RequestListing { Register = "shop", Of = new RegistrantKey.ByCustomerId("10001") };
        var page = await room.Get<RequestReader>().ListAsync(listing, "service", RequestRoom.Officer, Cancellation);

        // assert
        page.Requests.ShouldHaveSingleItem().Id.ShouldBe(request.Id);
        page.Requests[0].Status.ShouldBe(RequestStatus.Done);
        page.Requests[0].Reference.ShouldBeNull();
    }

    [Fact]
    public async Task List_Should_GoOnAfterTheCursor_When_ThereIsMoreThanAPage()
    {
        await using var room = await RequestRoom.OpenAsync();
        var first = await room.EraseAsync(room.Header());
        var second = await room.EraseAsync(room.Header("two", "10002"));
        var listing = new RequestListing { Register = "shop", First = 1 };

        var one = await room.Get<RequestReader>().ListAsync(listing, "service", RequestRoom.Officer, Cancellation);
        var two = await room.Get<RequestReader>().ListAsync(listing with { After = one.EndCursor }, "service", RequestRoom.Officer, Cancellation);

        one.HasNextPage.ShouldBeTrue();
        one.Requests.ShouldHaveSingleItem().Id.ShouldBe(first.Id);
        two.HasNextPage.ShouldBeFalse();
        two.Requests.ShouldHaveSingleItem().Id.ShouldBe(second.Id);
    }

    [Fact]
    public async Task Separated_Should_StopTheRequest_When_ItHasNotEnded()
    {
        // arrange
        await using var room = await RequestRoom.OpenAsync();
        var request = await room.ApproveAsync(await room.EraseAsync(room.Header()));

        // act
        await room.Get<IRegistrantObserver>().OnSeparatedAsync(await PersonAsync(room, request), "officer", Cancellation);

        // assert
        var stopped = await room.FindAsync(request.Id);
        stopped.Status.ShouldBe(RequestStatus.NeedsPerson);
        stopped.Reason.ShouldNotBeNull().ShouldContain("separated");
        (await room.RunAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Approve_Should_StartOnceAndAnswerAlike_When_ItIsDeliveredManyTimesAtOnce()
    {
        await using var room = await RequestRoom.OpenAsync();
        var request = await room.EraseAsync(room.Header());

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => room.ApproveAsync(request)));

        answers.ShouldAllBe(answer => answer.Id == request.Id && answer.Status == RequestStatus.Running);
        (await room.RunAsync()).ShouldBe(1);
        await using var db = await room.DatabaseAsync();
        (await db.Audit.CountAsync(entry => entry.Operation == "approvePlan", Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task Extend_Should_MoveTheDeadline_When_ThePersonIsToldInTime()
    {
        await using var room = await RequestRoom.OpenAsync();
        var request = await room.EraseAsync(room.Header());
        var decisions = room.Get<DeadlineDecisions>();
        room.Clock.Advance(TimeSpan.FromDays(1));

        var extended = await decisions.ExtendAsync(request.Id, "many requests", room.Clock.GetUtcNow(), null, RequestRoom.Officer, Cancellation);

        extended.DueOn.ShouldBeGreaterThan(request.DueOn.AddDays(50));
        extended.Deadline.Extended.ShouldBeTrue();
    }

    [Fact]
    public async Task Separated_Should_StayWithAPerson_When_AWorkerHeldATaskMeanwhile()
    {
        // arrange
        await using var room = await RequestRoom.OpenAsync();
        var request = await room.ApproveAsync(await room.EraseAsync(room.Header()));
        var lease = (await room.Get<TaskClaims>().ClaimAsync("shop", "crm", "worker", 1, Cancellation)).ShouldHaveSingleItem();

        // act
        await room.Get<IRegistrantObserver>().OnSeparatedAsync(await PersonAsync(room, request), "officer", Cancellation);
        await room.Get<TaskRunner>().RunAsync(lease, Cancellation);

        // assert
        var stopped = await room.FindAsync(request.Id);
        stopped.Status.ShouldBe(RequestStatus.NeedsPerson);
        stopped.EndedAt.ShouldBeNull();
        stopped.Reason.ShouldNotBeNull().ShouldContain("separated");
        stopped.Tasks.SelectMany(task => task.Items).ShouldAllBe(item => item.Outcome == Outcome.Cancelled);
        (await room.Get<Withdrawal>().WithdrawAsync(request.Id, "for the right person", undo: false, null, RequestRoom.Officer, Cancellation))
            .Request.EndedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Separated_Should_StopTheRequest_When_ItWasMadeUnderAnOlderId()
    {
        await using var room = await RequestRoom.OpenAsync();
        var request = await room.ApproveAsync(await room.EraseAsync(room.Header()));
        var person = await PersonAsync(room, request);

        await room.Get<IRegistrantObserver>().OnSeparatedAsync(
            person with { Id = Guid.NewGuid(), Ids = [person.Id] }, "officer", Cancellation);

        (await room.FindAsync(request.Id)).Status.ShouldBe(RequestStatus.NeedsPerson);
    }

    [Fact]
    public async Task Withdraw_Should_StopWhatWaitsForItsSource_When_AWorkerHeldItMeanwhile()
    {
        // arrange
        await using var room = await RequestRoom.OpenAsync();
        var request = await room.ApproveAsync(await room.EraseAsync(room.Header()));
        var lease = (await room.Get<TaskClaims>().ClaimAsync("shop", "crm", "worker", 1, Cancellation)).ShouldHaveSingleItem();

        // act
        await room.Get<Withdrawal>().WithdrawAsync(request.Id, "changed mind", undo: false, null, RequestRoom.Officer, Cancellation);
        await room.Get<TaskRecorder>().FailedAsync(lease, new(FailureKind.Transient, "It is down."), Cancellation);

        // assert
        var withdrawn = await room.FindAsync(request.Id);
        withdrawn.Status.ShouldBe(RequestStatus.Withdrawn);
        withdrawn.EndedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Held_Should_LetTheSearchGoOn_When_TheTableCannotBeRead()
    {
        await using var room = await RequestRoom.OpenAsync();
        var request = await room.EraseAsync(room.Header());
        var person = await PersonAsync(room, request);
        await using (var db = await room.DatabaseAsync())
        {
            await db.Database.ExecuteSqlRawAsync("DROP TABLE \"Tombstones\"", Cancellation);
        }

        await Should.NotThrowAsync(() => room.Get<IRegistrantObserver>().OnHeldAsync(person, ["crm"], Cancellation));
    }

    private static async Task<KnownRegistrant> PersonAsync(RequestRoom room, DataSubjectRequest request) =>
        (await room.Get<IdentityGraph>().FindAsync("shop", request.RegistrantId, Cancellation)).ShouldNotBeNull();
}
