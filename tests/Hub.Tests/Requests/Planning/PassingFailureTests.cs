using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Tests.Requests.Planning;

/// <summary>A source that fails in passing while a plan is made is asked once more; one that stays away is named, and its share waits.</summary>
public sealed class PassingFailureTests
{
    [Fact]
    public async Task Submit_Should_PlanTheWholeErasure_When_ASourceFailsInPassing()
    {
        // arrange
        await using var room = await OpenAsync("down-at-first 1");

        // act
        var planned = await room.EraseAsync(room.Header());
        var approved = await room.ApproveAsync(planned);
        await room.RunAsync();
        await room.RunAsync("billing");

        // assert: nothing that was not shown is left to be approved
        planned.Plan.NotReached.ShouldBeEmpty();
        planned.Plan.Items.Select(item => (item.Source, item.Fate)).ShouldBe([("crm", Fate.Erase), ("billing", Fate.Erase)], ignoreOrder: true);
        (await room.FindAsync(approved.Id)).Status.ShouldBe(RequestStatus.Done);
    }

    [Fact]
    public async Task Submit_Should_NameTheSourceAndAskAgainForApproval_When_ItStaysAway()
    {
        // arrange: for longer than it is asked again
        await using var room = await OpenAsync("down-at-first 8");

        // act
        var planned = await room.EraseAsync(room.Header());
        var approved = await room.ApproveAsync(planned);
        await room.RunAsync();
        for (var round = 0; round < 10 && (await room.FindAsync(approved.Id)).Status != RequestStatus.AwaitingApproval; round++)
        {
            room.Clock.Advance(TimeSpan.FromHours(1));
            await room.RunAsync("billing");
        }

        // assert: what was not shown is not done
        planned.Plan.NotReached.ShouldHaveSingleItem().Source.ShouldBe("billing");
        (await room.FindAsync(approved.Id)).Status.ShouldBe(RequestStatus.AwaitingApproval);
    }

    private static Task<RequestRoom> OpenAsync(string atBilling) => RequestRoom.OpenAsync(more: plugins =>
    {
        plugins.WithSource("billing", "ledger", "settings: { file: billing.db, persons: 5, accountsEach: 1, customerNumberIssuer: crm }");
        plugins.Write("shop/billing.db.control", atBilling);
    });
}
