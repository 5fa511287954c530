using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Planning;
using PersonalDataHub.Hub.Retention.Holds;
using PersonalDataHub.Hub.Retention.Sweeps;

namespace PersonalDataHub.Hub.PersistenceTests;

/// <summary>What legal holds and sweeps promise, whatever database is under them.</summary>
public abstract class RetentionStoreTests : IAsyncLifetime
{
    private const string Register = "telecom";
    private const string Pack = "1f2e3d4c5b6a7988";
    private const string Reason = "Riita Kanarian laskusta";

    private static readonly Caller officer = new() { Name = "anna", Role = Roles.DataProtectionOfficer, Registers = [Caller.EveryRegister] };
    private static readonly SweepLine line = new()
    {
        Source = "crm", RecordType = "customer", Rule = "own", Fate = Fate.Erase, Reason = "The time is over.", Statements = ["kept"], Records = 2, Persons = 1,
        DueSince = new(2025, 1, 1),
    };

    private readonly Guid aino = Guid.NewGuid();
    private readonly Guid oiva = Guid.NewGuid();
    private HubStore store = null!;
    private SweepStore sweeps = null!;
    private FindingBook findings = null!;
    private HoldVault vault = null!;
    private HoldBook holds = null!;

    private DateOnly Today => store.Clock.Today();

    protected abstract Task<HubStore> CreateStoreAsync();

    public async ValueTask InitializeAsync()
    {
        store = await CreateStoreAsync();
        var contexts = store.Get<IDbContextFactory<HubDbContext>>();
        (sweeps, findings) = (new(contexts, store.Gate, store.Clock), new(contexts, store.Gate, store.Clock, NullLogger<FindingBook>.Instance));
        vault = new(store.Get<PersonKeys>());

        // A store has no configuration; lifting needs none.
        holds = new(null!, contexts, store.Gate, vault, null!, null!, store.Audit, store.Clock);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Sweep_Should_GoOnWhereItWas_When_ACrashCutItShort()
    {
        // arrange
        var begun = await sweeps.BeginAsync(Register, dryRun: true, "anna", CancellationToken.None);

        // act
        var again = await sweeps.BeginAsync(Register, dryRun: false, "oiva", CancellationToken.None);
        var other = await sweeps.BeginAsync("elsewhere", dryRun: true, "anna", CancellationToken.None);
        await sweeps.ChangeAsync(begun.Id, row => (row.Status, row.Due) = (SweepStatus.Done, 3), CancellationToken.None);
        var next = await sweeps.BeginAsync(Register, dryRun: true, "anna", CancellationToken.None);

        // assert
        (again.Id, again.StartedBy, again.DryRun, again.Day).ShouldBe((begun.Id, "anna", true, Today));
        next.Id.ShouldNotBe(begun.Id);
        (await sweeps.CutShortAsync(CancellationToken.None)).Select(row => row.Id).ShouldBe([other.Id, next.Id], ignoreOrder: true);
    }

    [Fact]
    public async Task Sweep_Should_CountEverybodyOnce_When_SeveralSourcesListThem()
    {
        // act
        await RememberAsync((1, Due(aino, line)), (2, Due(aino, line)), (3, Due(oiva, line with { Records = 1, DueSince = new(2024, 6, 1) })), (4, new(CheckState.NotYet, Today.AddDays(9))));

        // assert
        (await sweeps.DueAsync(Register, CancellationToken.None)).ShouldBe(2);
        (await sweeps.DueAsync("elsewhere", CancellationToken.None)).ShouldBe(0);
        var total = (await sweeps.LinesAsync(Register, CancellationToken.None)).ShouldHaveSingleItem();
        (total.Records, total.Persons, total.DueSince, total.Rule).ShouldBe((3, 2, new DateOnly(2024, 6, 1), "own"));
    }

    [Fact]
    public async Task Remembered_Should_LetPeopleBeLookedAtAgain_When_TheDayComesOrThePolicyChanges()
    {
        // arrange
        await RememberAsync((1, Due(aino, line)), (2, new(CheckState.NotYet, Today.AddDays(2))));

        // act
        var today = await RememberedAsync(Pack, Today);
        var later = await RememberedAsync(Pack, Today.AddDays(2));
        var otherPack = await RememberedAsync("0000000000000000", Today);
        await RememberAsync((2, new(CheckState.Nothing, Today.AddDays(90))));

        // assert
        (today, later, otherPack).ShouldBe((2, 1, 0));
        (await RememberedAsync(Pack, Today.AddDays(2))).ShouldBe(2);
        await using var db = await store.OpenAsync();
        (await db.RetentionChecks.CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Finding_Should_StandUntilItIsSeenToBeGone_When_ASourceStillHoldsIt()
    {
        // arrange
        var found = store.Clock.GetUtcNow();
        await findings.NoteAsync(Register, aino, [("cases", "careCase", "fourteen-days", new(2026, 1, 2), 3)], CancellationToken.None);
        store.Clock.Advance(TimeSpan.FromDays(1));

        // act
        await findings.NoteAsync(Register, aino, [("cases", "careCase", "fourteen-days", new(2026, 1, 2), 2)], CancellationToken.None);
        var open = await findings.ListAsync(Register, cleared: false, CancellationToken.None);
        await findings.NoteAsync(Register, aino, [], CancellationToken.None);

        // assert
        var finding = open.ShouldHaveSingleItem();
        (finding.Registrant, finding.Source, finding.Records, finding.FoundAt, finding.DueSince).ShouldBe((aino, "cases", 2, found, new DateOnly(2026, 1, 2)));
        (await findings.OpenAsync(Register, CancellationToken.None)).ShouldBeEmpty();
        (await findings.ListAsync(Register, cleared: true, CancellationToken.None)).ShouldHaveSingleItem().ClearedAt.ShouldBe(store.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Lift_Should_HaveWhatItKeptLookedAtAgain_When_AHoldEnds()
    {
        // arrange
        await RememberAsync((1, new CheckResult(CheckState.Kept, Today.AddDays(30)) { Registrant = aino }), (2, new CheckResult(CheckState.Kept, Today.AddDays(30)) { Registrant = oiva }));
        var id = await HoldAsync(aino);

        // act
        var lifted = await holds.LiftAsync(id, officer, CancellationToken.None);
        store.Clock.Advance(TimeSpan.FromDays(1));
        var again = await holds.LiftAsync(id, officer with { Name = "oiva" }, CancellationToken.None);

        // assert
        (lifted.Reason, lifted.Registrant, lifted.LiftedBy, lifted.ReviewOn).ShouldBe((Reason, aino, "anna", new DateOnly(2027, 1, 15)));
        (again.LiftedAt, again.LiftedBy).ShouldBe((lifted.LiftedAt, "anna"));
        (await RememberedAsync(Pack, Today)).ShouldBe(1);
        (await store.Audit.ReadAsync(null, CancellationToken.None).ToListAsync()).ShouldHaveSingleItem().Intent.Operation.ShouldBe("liftLegalHold");
    }

    [Fact]
    public async Task Hold_Should_KeepItsReasonSealed_When_ItIsStored()
    {
        // arrange
        var id = await HoldAsync(registrant: null);

        // act
        await using var db = await store.OpenAsync();
        var row = await db.LegalHolds.AsNoTracking().SingleAsync();

        // assert
        vault.ReasonOf(row).ShouldBe(Reason);
        System.Text.Encoding.UTF8.GetString(row.Reason).ShouldNotContain("Kanaria");
        (row.Id, row.RegistrantId, row.From, row.Until).ShouldBe((id, null, Today, null));
        (await Should.ThrowAsync<RequestException>(() => holds.LiftAsync(id, officer with { Registers = ["elsewhere"] }, CancellationToken.None)))
            .Mistakes[0].Code.ShouldBe(RequestMistakes.UnknownRequest);
    }

    private CheckResult Due(Guid person, params SweepLine[] lines) =>
        new(CheckState.Due, Today.AddDays(30)) { Registrant = person, Lines = lines };

    private static byte[] Blind(int number) => [(byte)number, .. new byte[31]];

    private Task RememberAsync(params (int Number, CheckResult Result)[] results) =>
        sweeps.RememberAsync(Register, [.. results.Select(one => (Blind(one.Number), one.Result))], Pack, CancellationToken.None);

    private async Task<int> RememberedAsync(string pack, DateOnly day) =>
        (await sweeps.RememberedAsync(Register, [Blind(1), Blind(2), Blind(3)], pack, day, CancellationToken.None)).Count;

    private Task<Guid> HoldAsync(Guid? registrant) => store.Gate.WriteAsync(
        (db, _) =>
        {
            var id = Guid.NewGuid();
            var (wrapped, reason) = vault.SealReason(id, Reason);
            db.LegalHolds.Add(new LegalHoldRow
            {
                Id = id, Register = Register, RegistrantId = registrant, Categories = "billing", Fields = "", Wrapped = wrapped, Reason = reason, SetBy = "anna",
                SetAt = store.Clock.GetUtcNow(), From = Today, ReviewOn = new(2027, 1, 15), Purpose = "rights",
            });
            return Task.FromResult(id);
        },
        CancellationToken.None);
}
