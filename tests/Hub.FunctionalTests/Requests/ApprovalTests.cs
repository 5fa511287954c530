using PersonalDataHub.DemoSources.Telecom;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Requests;

/// <summary>What runs is what somebody looked at and approved.</summary>
public sealed class ApprovalTests(RightsHub shared) : IClassFixture<RightsHub>
{
    private readonly RightsDesk desk = shared.Desk;
    private readonly DemoSystems systems = shared.Systems;

    [Fact]
    public async Task ApprovePlan_Should_TellTheDifference_When_ThePlanIsOld()
    {
        // arrange
        const string customer = AwkwardCases.ShownFirst;
        var planned = await desk.MakeAsync("requestErasure", desk.Erasure(customer));
        await OutsideTools.QueryAsync(
            systems.Billing, $"update contract set ended_on = '2025-12-31' where account_id in (select account_id from account where customer_id = '{customer}')");

        // act
        var refused = await desk.RefusedAsync("approvePlan", new { request = planned.Text("id"), hash = planned.Text("plan.hash") });
        var replanned = await desk.FindAsync(planned.Text("id")!);
        var done = await desk.ApproveAsync(replanned);

        // assert
        refused.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            error => error.Type.ShouldBe("PlanChangedError"),
            error => error.Message!.ShouldContain("billing, contract, Erase (GDPR Art. 17(1)(a)): 1 now, 0 approved."));
        (replanned.Text("status"), replanned.Text("plan.hash") == planned.Text("plan.hash")).ShouldBe(("AWAITING_APPROVAL", false));
        replanned.Items("tasks").ShouldAllBe(task => task.Text("state") == "ACCEPTED");
        done.Text("status").ShouldBe("DONE_WITH_RETENTION");
    }

    [Fact]
    public async Task ApprovePlan_Should_BeRefused_When_TheHashIsOfAnotherPlan()
    {
        // arrange
        var planned = await desk.MakeAsync("requestErasure", desk.Erasure(AwkwardCases.OwnEmail));

        // act
        var refused = await desk.RefusedAsync("approvePlan", new { request = planned.Text("id"), hash = "another" });
        var unknown = await desk.RefusedAsync("approvePlan", new { request = Guid.NewGuid(), hash = planned.Text("plan.hash") });

        // assert
        refused.ShouldHaveSingleItem().Type.ShouldBe("PlanChangedError");
        unknown.ShouldHaveSingleItem().Type.ShouldBe("RequestRefusedError");
        (await desk.FindAsync(planned.Text("id")!)).Text("plan.hash").ShouldBe(planned.Text("plan.hash"));
    }

    [Theory]
    [InlineData(AwkwardCases.UnidentifiedCalls, "separateIdentities", "identity", false)]
    [InlineData(AwkwardCases.PhoneAfter, "confirmIdentityLink", "candidate", true)]
    public async Task ApprovePlan_Should_WaitForTheDecision_When_SomebodyMayBeTheSamePerson(
        string customer, string mutation, string argument, bool takesCalls)
    {
        // arrange
        var undecided = await desk.MakeAsync("requestErasure", desk.Erasure(customer));

        // act
        var refused = await desk.RefusedAsync("approvePlan", new { request = undecided.Text("id"), hash = undecided.Text("plan.hash") });
        await desk.DecideAsync(customer, "call-recordings", mutation, argument);
        await desk.RefusedAsync("approvePlan", new { request = undecided.Text("id"), hash = undecided.Text("plan.hash") });
        var decided = await desk.FindAsync(undecided.Text("id")!);
        var done = await desk.ApproveAsync(decided);

        // assert
        (undecided.Text("status"), undecided.Items("plan.undecided").ShouldHaveSingleItem().Text("source")).ShouldBe(("UNDECIDED", "call-recordings"));
        refused.ShouldHaveSingleItem().ShouldBe(
            ("RequestRefusedError", "Somebody may be the same person; confirm or separate every candidate of the plan first."));
        decided.Text("status").ShouldBe("AWAITING_APPROVAL");
        done.Text("status").ShouldBe("DONE_WITH_RETENTION");
        done.Items("tasks").Any(task => task.Text("source") == "call-recordings").ShouldBe(takesCalls);
    }
}
