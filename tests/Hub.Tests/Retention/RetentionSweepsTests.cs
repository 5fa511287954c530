using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Bulk;
using PersonalDataHub.Hub.Requests.Planning;
using PersonalDataHub.Hub.Retention;
using PersonalDataHub.Hub.Retention.Sweeps;

namespace PersonalDataHub.Hub.Tests.Retention;

public sealed class RetentionSweepsTests
{
    private const int Over = 1200;
    private static readonly string Automatic = RetentionRoom.Rules.Replace("period: P1Y }", "period: P1Y, automatic: true }");

    [Fact]
    [Requirement("S0-29")]
    public async Task Sweep_Should_ShowWhoIsDueAndWhy_When_ItOnlyPlans()
    {
        // arrange: one long gone, one who was invoiced lately, one who came lately
        await using var room = await RetentionRoom.OpenAsync();
        room.WithCustomer("10001", Over).WithCustomer("10002", Over).WithInvoice("10002", 100).WithCustomer("10003", 30);

        // act
        var sweep = await room.SweepAsync();

        // assert
        (sweep.Status, sweep.Due, sweep.Listed, sweep.Unknown).ShouldBe((SweepStatus.Done, 1, 2, 0));
        var customer = sweep.Lines.Single(line => line.RecordType == "customer");
        (customer.Source, customer.Rule, customer.Fate, customer.Records, customer.DueSince).ShouldBe(("crm", "own", Fate.Erase, 1, room.Today.AddDays(-Over).AddYears(2).AddYears(1)));
        customer.Reason.ShouldBe("The time of the retention rule 'own' is over.");
        sweep.Lines.ShouldContain(line => line.RecordType == "visit");
        room.Count("crm", "customer").ShouldBe(3);
        await using var db = await room.DatabaseAsync();
        (await db.Requests.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact]
    public async Task Sweep_Should_LookAtNobodyAgain_When_NothingIsNew()
    {
        await using var room = await RetentionRoom.OpenAsync();
        room.WithCustomer("10001", Over).WithCustomer("10002", Over).WithInvoice("10002", 100);
        await room.SweepAsync();

        var again = await room.SweepAsync();
        room.WithCustomer("10004", Over);
        var more = await room.SweepAsync();

        (again.Listed, again.Checked, again.Due).ShouldBe((2, 0, 1));
        (more.Listed, more.Checked, more.Due).ShouldBe((3, 1, 2));
    }

    [Fact]
    public async Task Sweep_Should_EraseByItself_When_TheRuleIsAutomatic()
    {
        await using var room = await RetentionRoom.OpenAsync(Automatic);
        room.WithCustomer("10001", Over).WithCustomer("10003", 30);

        var sweep = await room.SweepAsync(dryRun: false);
        await room.RunAsync();

        sweep.Status.ShouldBe(SweepStatus.Done);
        room.Count("crm", "customer").ShouldBe(1);
        room.Count("crm", "visit").ShouldBe(1);
        await using var db = await room.DatabaseAsync();
        (await db.Requests.SingleAsync(TestContext.Current.CancellationToken)).Status.ShouldBe(RequestStatus.Done);
    }

    [Fact]
    public async Task Sweep_Should_WaitForApproval_When_TheRuleIsNotAutomatic()
    {
        await using var room = await RetentionRoom.OpenAsync();
        room.WithCustomer("10001", Over);

        await room.SweepAsync(dryRun: false);
        await room.RunAsync();

        room.Count("crm", "customer").ShouldBe(1);
        await using var db = await room.DatabaseAsync();
        var row = await db.BulkErasures.SingleAsync(TestContext.Current.CancellationToken);
        var erasures = room.Get<BulkErasures>();
        var bulk = (await erasures.FindAsync(row.Id, RetentionRoom.Officer, TestContext.Current.CancellationToken)).ShouldNotBeNull();
        await erasures.ApproveAsync(bulk.Id, bulk.Hash!, bulk.Persons, RetentionRoom.Officer, TestContext.Current.CancellationToken);
        await room.RunAsync();
        room.Count("crm", "customer").ShouldBe(0);
    }

    [Theory]
    [InlineData("0.01", SweepStatus.Stopped, 2)]
    [InlineData("1", SweepStatus.Done, 0)]
    public async Task Sweep_Should_AskAPerson_When_MoreIsDueThanTheShare(string share, SweepStatus status, long left)
    {
        // arrange
        await using var room = await RetentionRoom.OpenAsync(Automatic, ("StopShare", share), ("StopLeast", "1"));
        room.WithCustomer("10001", Over).WithCustomer("10002", Over);

        // act
        var sweep = await room.SweepAsync(dryRun: false);
        await room.RunAsync();

        // assert
        sweep.Status.ShouldBe(status);
        room.Count("crm", "customer").ShouldBe(left);
        if (status == SweepStatus.Stopped)
        {
            sweep.StopReason.ShouldBe("2 of 2 persons are due, more than 1.0 %. Look at the lines, then confirm the number.");
            var sweeps = room.Get<RetentionSweeps>();
            (await Should.ThrowAsync<RequestException>(() => sweeps.ConfirmAsync(sweep.Id, 1, RetentionRoom.Officer, TestContext.Current.CancellationToken)))
                .Mistakes[0].Code.ShouldBe(RequestMistakes.PlanChanged);
            (await sweeps.ConfirmAsync(sweep.Id, 2, RetentionRoom.Officer, TestContext.Current.CancellationToken)).Status.ShouldBe(SweepStatus.Done);
            await room.RunAsync();
            room.Count("crm", "customer").ShouldBe(0);
        }
    }

    [Fact]
    [Requirement("S0-29")]
    public async Task Sweep_Should_JudgeNobody_When_ASourceThatMayKnowMoreIsDown()
    {
        await using var room = await RetentionRoom.OpenAsync();
        room.WithCustomer("10001", Over).WithInvoice("10001", 2500);
        room.Move("billing", "away");

        var down = await room.SweepAsync();
        room.Move("away", "billing");
        room.Clock.Advance(TimeSpan.FromMinutes(2));
        var up = await room.SweepAsync();

        (down.Due, down.Unknown).ShouldBe((0, 1));
        up.Due.ShouldBe(1);
    }

    [Fact]
    public async Task Sweep_Should_KeepVouchersAndTakeTheRest_When_OnlyLawKeepsThem()
    {
        await using var room = await RetentionRoom.OpenAsync(Automatic);
        room.WithCustomer("10001", Over).WithInvoice("10001", Over);

        var sweep = await room.SweepAsync(dryRun: false);
        await room.RunAsync();

        sweep.Lines.ShouldNotContain(line => line.RecordType == "invoice");
        room.Count("crm", "customer").ShouldBe(0);
        room.Count("billing", "invoice").ShouldBe(1);
        await using var db = await room.DatabaseAsync();
        (await db.Requests.SingleAsync(TestContext.Current.CancellationToken)).Plan.ShouldContain("Accounting Act 1336/1997 2:10");
    }

    [Fact]
    public async Task Approved_Should_NotBeErased_When_ThePersonBecameACustomerAgain()
    {
        // arrange
        await using var room = await RetentionRoom.OpenAsync(Automatic);
        room.WithCustomer("10001", Over);
        await room.SweepAsync(dryRun: false);

        // act: approved by policy, and before it runs the person comes in
        room.Sql("crm", $"insert into visit (number, visited_at) values ('10001', '{room.Clock.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ}')");
        room.Clock.Advance(TimeSpan.FromMinutes(1));
        await room.RunAsync();

        // assert
        room.Count("crm", "customer").ShouldBe(1);
        await using var db = await room.DatabaseAsync();
        (await db.Requests.SingleAsync(TestContext.Current.CancellationToken)).Status.ShouldBe(RequestStatus.AwaitingApproval);
    }

    [Fact]
    public async Task Resume_Should_GoOnWhereItWas_When_TheHubWasKilled()
    {
        // arrange: the first sweep remembers one person; then a sweep begins and the hub dies
        await using var room = await RetentionRoom.OpenAsync(Automatic);
        room.WithCustomer("10001", Over);
        await room.SweepAsync();
        room.WithCustomer("10002", Over);
        var begun = await room.Get<SweepStore>().BeginAsync("shop", dryRun: false, "hub", TestContext.Current.CancellationToken);

        // act
        await room.RestartAsync();
        await room.Get<RetentionSweeps>().ResumeAsync(TestContext.Current.CancellationToken);
        await room.RunAsync();

        // assert
        var sweep = (await room.Get<RetentionSweeps>().ListAsync("shop", 1, RetentionRoom.Officer, TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
        (sweep.Id, sweep.Status, sweep.Checked, sweep.Due).ShouldBe((begun.Id, SweepStatus.Done, 1, 2));
        room.Count("crm", "customer").ShouldBe(0);
    }

    [Fact]
    [Requirement("S2-34")]
    public async Task Sweep_Should_FindWhatIsStillThere_When_TheSourceShouldHaveLetItVanish()
    {
        // arrange
        await using var room = await RetentionRoom.OpenAsync("""
            retention:
              - { id: cleared, name: Cleared, trigger: relationship-end, period: P14D, sources: [crm], bySource: true }
            """);
        room.WithCustomer("10001", 13).WithCustomer("10002", 14);

        // act
        var first = await room.SweepAsync();
        var found = await room.Get<RetentionSweeps>().FindingsAsync("shop", false, RetentionRoom.Officer, TestContext.Current.CancellationToken);
        room.Sql("crm", "delete from visit where number = '10002'", "delete from customer where number = '10002'");
        await room.SweepAsync();
        var left = await room.Get<RetentionSweeps>().FindingsAsync("shop", true, RetentionRoom.Officer, TestContext.Current.CancellationToken);

        // assert
        first.Due.ShouldBe(0);
        first.Notes.ShouldContain(note => note.StartsWith("Data of 1 persons should have vanished"));
        found.Select(one => (one.Source, one.RecordType, one.DueSince)).ShouldBe([("crm", "customer", room.Today), ("crm", "visit", room.Today)], ignoreOrder: true);
        left.ShouldAllBe(one => one.ClearedAt != null);
    }
}
