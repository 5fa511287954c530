using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Disclosures;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Fulfillment;
using PersonalDataHub.Hub.Requests.Planning;
using PersonalDataHub.Hub.Retention.HandOvers;

namespace PersonalDataHub.Hub.Tests.Retention;

[Requirement("S2-33")]
public sealed class HandOverDeskTests
{
    private const string Rules = """
        recipients:
          - { id: authority, kind: authority, name: The authority }
        retention:
          - { id: cleared, name: Cleared, trigger: relationship-end, period: P14D, sources: [crm], handOverTo: authority, automatic: true }
        """;

    [Fact]
    [Requirement("S2-34")]
    public async Task Sweep_Should_TransferThenEraseOnDay14_When_TheReceiptHasCome()
    {
        // arrange
        await using var room = await RetentionRoom.OpenAsync(Rules);
        room.WithCustomer("10001", 0);
        var desk = room.Get<HandOverDesk>();
        room.Clock.Advance(TimeSpan.FromDays(1));

        // act
        await room.SweepAsync(dryRun: false);
        var open = (await desk.ListAsync("shop", false, RetentionRoom.Officer, TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
        await desk.TransferAsync(open.Id, "service", RetentionRoom.Officer, TestContext.Current.CancellationToken);
        var confirmed = await desk.ConfirmAsync(open.Id, "R-77", "service", RetentionRoom.Officer, TestContext.Current.CancellationToken);
        room.Clock.Advance(TimeSpan.FromDays(12));
        await room.SweepAsync(dryRun: false);
        await room.RunAsync();
        var onDay13 = room.Count("crm", "customer");
        room.Clock.Advance(TimeSpan.FromDays(1));
        await room.SweepAsync(dryRun: false);
        await room.RunAsync();

        // assert
        (open.Step, open.Recipient, open.EraseFrom).ShouldBe((HandOverStep.Transfer, "authority", open.Since.AddDays(14)));
        (confirmed.Step, confirmed.ReceiptReference, confirmed.ReceiptBy).ShouldBe((HandOverStep.ReceiptConfirmed, "R-77", "officer"));
        onDay13.ShouldBe(1);
        room.Count("crm", "customer").ShouldBe(0);
        await using var db = await room.DatabaseAsync();
        (await db.Requests.SingleAsync(TestContext.Current.CancellationToken)).Status.ShouldBe(RequestStatus.Done);
    }

    [Fact]
    public async Task Sweep_Should_EraseNothingAndRaiseTheAlarm_When_NoReceiptCame()
    {
        // arrange
        await using var room = await RetentionRoom.OpenAsync(Rules);
        room.WithCustomer("10001", 0);
        var desk = room.Get<HandOverDesk>();
        room.Clock.Advance(TimeSpan.FromDays(1));
        await room.SweepAsync(dryRun: false);

        // act
        room.Clock.Advance(TimeSpan.FromDays(8));
        await room.SweepAsync(dryRun: false);
        var onDay9 = await desk.ListAsync("shop", true, RetentionRoom.Officer, TestContext.Current.CancellationToken);
        room.Clock.Advance(TimeSpan.FromDays(1));
        await room.SweepAsync(dryRun: false);
        var onDay10 = await desk.ListAsync("shop", true, RetentionRoom.Officer, TestContext.Current.CancellationToken);
        room.Clock.Advance(TimeSpan.FromDays(30));
        var late = await room.SweepAsync(dryRun: false);
        await room.RunAsync();
        var asked = await room.EraseAsync("10001");

        // assert
        onDay9.ShouldBeEmpty();
        onDay10.ShouldHaveSingleItem().Alarm.ShouldBeTrue();
        late.Due.ShouldBe(0);
        room.Count("crm", "customer").ShouldBe(1);
        asked.Plan.Items.ShouldAllBe(item => item.Fate == Fate.Retain && item.LiftedBy == "The recipient's receipt");
        await using var db = await room.DatabaseAsync();
        (await db.Audit.CountAsync(entry => entry.Operation == "handOverAlarm", TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    [Fact]
    public async Task Confirm_Should_EraseWhatWaited_When_AnErasureWaitsForTheReceipt()
    {
        // arrange
        await using var room = await RetentionRoom.OpenAsync(Rules);
        room.WithCustomer("10001", 20);
        await room.SweepAsync();
        var open = (await room.Get<HandOverDesk>().ListAsync("shop", false, RetentionRoom.Officer, TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
        var asked = await room.EraseAsync("10001");
        await room.Get<PlanApproval>().ApproveAsync(asked.Id, asked.Plan.Hash, RetentionRoom.Officer, TestContext.Current.CancellationToken);
        await room.RunAsync();

        // act
        var waiting = await FindAsync(room, asked.Id);
        await room.RestartAsync();
        await room.Get<HandOverDesk>().TransferAsync(open.Id, "service", RetentionRoom.Officer, TestContext.Current.CancellationToken);
        await room.RunAsync();
        var transferred = room.Count("crm", "customer");
        await room.Get<HandOverDesk>().ConfirmAsync(open.Id, "R-77", "service", RetentionRoom.Officer, TestContext.Current.CancellationToken);
        await room.RunAsync();

        // assert
        (waiting.Status, waiting.Answerable).ShouldBe((RequestStatus.DoneWithRetention, true));
        waiting.Tasks.Single(task => task.Source == "crm").WaitingCause.ShouldBe(WaitingCause.Recipient);
        (transferred, room.Count("crm", "customer")).ShouldBe((1, 0));
        (await FindAsync(room, asked.Id)).Status.ShouldBe(RequestStatus.Done);
        await using var db = await room.DatabaseAsync();
        (await db.Audit.CountAsync(entry => entry.Operation == "receiptArrived", TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    [Fact]
    [Requirement("S2-30")]
    public async Task Transfer_Should_StandInTheLedgerOnceWithItsReceipt_When_TheDataWentToAnAuthority()
    {
        // arrange
        await using var room = await RetentionRoom.OpenAsync("""
            statements:
              - { id: handed-over, heading: retention, articles: [GDPR Art. 13(2)(a)], text: Handed over at the end., instead: To the county., insteadBy: [Act 703/2023] }
            disclosureGrounds:
              - { id: duty, kind: statute, name: Duty }
            recipients:
              - { id: authority, kind: authority, name: The authority, grounds: [duty], purposes: [service], categories: [contact] }
            retention:
              - { id: cleared, name: Cleared, trigger: relationship-end, period: P14D, sources: [crm], handOverTo: authority, statements: [handed-over] }
            """);
        room.WithCustomer("10001", 5);
        var (desk, ledger) = (room.Get<HandOverDesk>(), room.Get<DisclosureLedger>());
        await room.SweepAsync();
        var open = (await desk.ListAsync("shop", false, RetentionRoom.Officer, TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
        var before = await ledger.OfAsync("shop", open.Registrant, TestContext.Current.CancellationToken);

        // act
        var transferred = await desk.TransferAsync(open.Id, "service", RetentionRoom.Officer, TestContext.Current.CancellationToken);
        await desk.TransferAsync(open.Id, "service", RetentionRoom.Officer, TestContext.Current.CancellationToken);
        var without = await ledger.OfAsync("shop", open.Registrant, TestContext.Current.CancellationToken);
        await desk.ConfirmAsync(open.Id, "R-77", "service", RetentionRoom.Officer, TestContext.Current.CancellationToken);
        await desk.ConfirmAsync(open.Id, "R-78", "service", RetentionRoom.Officer, TestContext.Current.CancellationToken);
        var entry = (await ledger.OfAsync("shop", open.Registrant, TestContext.Current.CancellationToken)).ShouldHaveSingleItem();

        // assert
        before.ShouldBeEmpty();
        without.ShouldHaveSingleItem().Receipt.ShouldBeNull();
        ((Guid?)entry.Id, entry.Kind, entry.Recipient, entry.Ground, entry.LegalGround, entry.Purpose, entry.Persons).ShouldBe(
            (transferred.Disclosure, DisclosureKind.Disclosure, "authority", "duty", "Act 703/2023", "service", 1));
        entry.Fields.ShouldBe(["customer.name", "customer.number"]);
        (entry.RecordedBy, entry.Receipt?.Reference, entry.Receipt?.By).ShouldBe(("officer", "R-77", "officer"));
        await using var db = await room.DatabaseAsync();
        (await db.Disclosures.SingleAsync(TestContext.Current.CancellationToken)).Receipt!.ShouldNotContain("R-77");
        var audited = await db.Audit.Where(entry => entry.Operation == "recordHandOver" || entry.Operation == "confirmHandOverReceipt").OrderBy(entry => entry.Sequence)
            .Select(entry => entry.Operation).ToListAsync(TestContext.Current.CancellationToken);
        audited.ShouldBe(["recordHandOver", "confirmHandOverReceipt"]);
    }

    [Fact]
    public async Task Transfer_Should_RecordNothing_When_TheLedgerCannotBeWritten()
    {
        // arrange
        await using var room = await RetentionRoom.OpenAsync(Rules);
        room.WithCustomer("10001", 5);
        var desk = room.Get<HandOverDesk>();
        await room.SweepAsync();
        var open = (await desk.ListAsync("shop", false, RetentionRoom.Officer, TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
        await using var db = await room.DatabaseAsync();
        await db.Database.ExecuteSqlRawAsync("drop table \"DisclosurePersons\"", TestContext.Current.CancellationToken);

        // act
        await Should.ThrowAsync<Exception>(() => desk.TransferAsync(open.Id, "service", RetentionRoom.Officer, TestContext.Current.CancellationToken));

        // assert
        var still = (await desk.ListAsync("shop", false, RetentionRoom.Officer, TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
        (still.Step, still.Disclosure).ShouldBe((HandOverStep.Transfer, null));
    }

    [Fact]
    public async Task Continue_Should_KnowThePerson_When_TheReceiptIsOfAnotherRegistrantWhoTurnedOutToBeTheSame()
    {
        // arrange
        await using var room = await RetentionRoom.OpenAsync(Rules);
        room.WithCustomer("10001", 20);
        var asked = await room.EraseAsync("10001");
        await room.Get<PlanApproval>().ApproveAsync(asked.Id, asked.Plan.Hash, RetentionRoom.Officer, TestContext.Current.CancellationToken);
        await room.RunAsync();
        SubjectIdentity customer = new(IdentityKinds.CustomerNumber, "10001", "crm"), visitor = new(IdentityKinds.VisitorId, "v-1", "web");
        var other = await room.Get<IdentityGraph>().RememberAsync("shop", [visitor], [], TestContext.Current.CancellationToken);

        // act
        var before = await ContinueAsync(room, other.Id);
        await room.Get<IdentityGraph>().RememberAsync(
            "shop", [customer, visitor], [new(customer, visitor, "crm", "customer")], TestContext.Current.CancellationToken);
        var linked = await ContinueAsync(room, other.Id);

        // assert
        other.Id.ShouldNotBe(asked.RegistrantId);
        (before, linked).ShouldBe((0, 1));
    }

    [Fact]
    public async Task Confirm_Should_Refuse_When_NothingWasHandedOver()
    {
        await using var room = await RetentionRoom.OpenAsync(Rules);
        room.WithCustomer("10001", 20);
        var desk = room.Get<HandOverDesk>();
        await room.SweepAsync();
        var open = (await desk.ListAsync("shop", false, RetentionRoom.Officer, TestContext.Current.CancellationToken)).ShouldHaveSingleItem();

        var early = await Should.ThrowAsync<RequestException>(() => desk.ConfirmAsync(open.Id, "R-77", "service", RetentionRoom.Officer, TestContext.Current.CancellationToken));
        var blank = await Should.ThrowAsync<RequestException>(() => desk.ConfirmAsync(open.Id, " ", "service", RetentionRoom.Officer, TestContext.Current.CancellationToken));

        early.Mistakes[0].Code.ShouldBe(RequestMistakes.TooLate);
        blank.Mistakes[0].About.ShouldBe("reference");
    }

    private static Task<int> ContinueAsync(RetentionRoom room, Guid registrant) => room.Get<WriteGate>().WriteAsync(
        async (db, ct) => (await room.Get<ReceiptArrivals>().ContinueAsync(db, "shop", registrant, ct)).Count, TestContext.Current.CancellationToken);

    private static async Task<DataSubjectRequest> FindAsync(RetentionRoom room, Guid request) =>
        (await room.Get<RequestReader>().FindAsync(request, RetentionRoom.Officer, TestContext.Current.CancellationToken)).ShouldNotBeNull();
}
