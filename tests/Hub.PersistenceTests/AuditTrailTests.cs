using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Audit;

namespace PersonalDataHub.Hub.PersistenceTests;

/// <summary>What the audit trail promises, whatever database is under it.</summary>
public abstract class AuditTrailTests : IAsyncLifetime
{
    private static readonly AuditIntent intent = new()
    {
        Actor = "anna",
        Role = "dpo",
        Register = "telecom",
        Purpose = "access-request",
        Operation = "findRegistrant",
        Sources = ["crm", "billing"],
        Fields = ["profile.emails"],
    };

    private HubStore store = null!;

    protected abstract Task<HubStore> CreateStoreAsync();

    public async ValueTask InitializeAsync() => store = await CreateStoreAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task BeginAsync_Should_LeaveTheIntent_When_NothingFollows()
    {
        // act
        var scope = await store.Audit.BeginAsync(intent, CancellationToken.None);

        // assert
        var entry = (await EntriesAsync()).ShouldHaveSingleItem();
        entry.Id.ShouldBe(scope.Id);
        entry.Outcome.ShouldBeNull();
        entry.Intent.Operation.ShouldBe("findRegistrant");
        entry.Intent.Sources.ShouldBe(["crm", "billing"]);
        entry.At.ShouldBe(store.Clock.GetUtcNow());
    }

    [Fact]
    public async Task CompleteAsync_Should_CloseTheIntent_When_Done()
    {
        // arrange
        var scope = await store.Audit.BeginAsync(intent, CancellationToken.None);
        var token = store.Audit.TokenOf("telecom", Guid.NewGuid());
        var outcome = new AuditOutcome
        {
            Outcome = "answered",
            RegistrantToken = token,
            Sources = [new AuditedSource("crm", "ANSWERED", 3), new AuditedSource("billing", "TIMED_OUT", 0)],
            Records = 3,
        };

        // act
        await scope.CompleteAsync(outcome, CancellationToken.None);

        // assert
        var closing = (await EntriesAsync())[1];
        closing.IntentId.ShouldBe(scope.Id);
        closing.Outcome!.RegistrantToken.ShouldBe(token);
        closing.Outcome.Sources.ShouldBe(outcome.Sources);
        await Should.ThrowAsync<InvalidOperationException>(() => scope.CompleteAsync(outcome, CancellationToken.None));
    }

    [Fact]
    [Requirement("S0-01")]
    public async Task BeginAsync_Should_KeepTheWordsOfThen_When_TheNoticeIsReplaced()
    {
        // arrange
        var old = store.Notices.InForce;
        await store.Audit.BeginAsync(intent, CancellationToken.None);

        // act
        store.Notices.InForce = new("0f0f0f0f0f0f0f0f", "2026-12-01");
        var scope = await store.Audit.BeginAsync(intent, CancellationToken.None);
        await scope.CompleteAsync(new AuditOutcome { Outcome = "answered" }, CancellationToken.None);
        await store.Audit.BeginAsync(intent with { Register = "elsewhere" }, CancellationToken.None);
        await store.Audit.BeginAsync(intent with { Register = null }, CancellationToken.None);

        // assert
        (await EntriesAsync()).Select(entry => entry.Under).ShouldBe([old, store.Notices.InForce, store.Notices.InForce, null, null]);
        (await store.Audit.VerifyAsync(anchor: null, CancellationToken.None)).IsIntact.ShouldBeTrue();
    }

    [Fact]
    public async Task VerifyAsync_Should_FindTheChainWhole_When_ManyWroteAtOnce()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => store.Audit.BeginAsync(intent, CancellationToken.None)));

        var verification = await store.Audit.VerifyAsync(anchor: null, CancellationToken.None);

        verification.IsIntact.ShouldBeTrue();
        verification.Entries.ShouldBe(200);
        verification.Head.ShouldBe(await store.Audit.HeadAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("UPDATE \"AuditEntries\" SET \"Actor\" = 'somebody' WHERE \"Sequence\" = 3", 3)]
    [InlineData("UPDATE \"AuditEntries\" SET \"Outcome\" = 'answered' WHERE \"Sequence\" = 3", 3)]
    [InlineData("UPDATE \"AuditEntries\" SET \"At\" = \"At\" + 1 WHERE \"Sequence\" = 3", 3)]
    [InlineData("UPDATE \"AuditEntries\" SET \"Notice\" = '2026-01-01' WHERE \"Sequence\" = 3", 3)]
    [InlineData("UPDATE \"AuditEntries\" SET \"Notice\" = NULL WHERE \"Sequence\" = 3", 3)]
    [InlineData("UPDATE \"AuditEntries\" SET \"PackVersion\" = NULL, \"Notice\" = NULL WHERE \"Sequence\" = 3", 3)]
    [InlineData("DELETE FROM \"AuditEntries\" WHERE \"Sequence\" = 3", 3)]
    [InlineData("DELETE FROM \"AuditEntries\" WHERE \"Sequence\" = 1", 1)]
    [InlineData("DELETE FROM \"AuditEntries\" WHERE \"Sequence\" > 4", 5)]
    [InlineData("UPDATE \"AuditEntries\" SET \"Sequence\" = CASE \"Sequence\" WHEN 2 THEN -3 ELSE -2 END WHERE \"Sequence\" IN (2, 3); UPDATE \"AuditEntries\" SET \"Sequence\" = -\"Sequence\" WHERE \"Sequence\" < 0", 2)]
    public async Task VerifyAsync_Should_NameThePlace_When_TheTrailWasTamperedWith(string tampering, long place)
    {
        // arrange
        for (var entry = 0; entry < 5; entry++)
        {
            await store.Audit.BeginAsync(intent, CancellationToken.None);
        }

        var anchor = await store.Audit.HeadAsync(CancellationToken.None);
        await using var db = await store.OpenAsync();

        // act
        await db.Database.ExecuteSqlRawAsync(tampering);
        var verification = await store.Audit.VerifyAsync(anchor, CancellationToken.None);

        // assert
        verification.BrokenAt.ShouldBe(place);
    }

    [Fact]
    public async Task VerifyAsync_Should_MissTheCutTail_When_NoAnchorWasKept()
    {
        // The control of the anchor: why heads must be kept elsewhere.
        await store.Audit.BeginAsync(intent, CancellationToken.None);
        await store.Audit.BeginAsync(intent, CancellationToken.None);
        await using var db = await store.OpenAsync();
        await db.Database.ExecuteSqlRawAsync("DELETE FROM \"AuditEntries\" WHERE \"Sequence\" = 2");

        (await store.Audit.VerifyAsync(anchor: null, CancellationToken.None)).IsIntact.ShouldBeTrue();
    }

    [Fact]
    public async Task BeginAsync_Should_GiveNoScope_When_TheTrailCannotBeWritten()
    {
        await using var db = await store.OpenAsync();
        await db.Database.ExecuteSqlRawAsync("DROP TABLE \"AuditEntries\"");

        await Should.ThrowAsync<AuditUnavailableException>(() => store.Audit.BeginAsync(intent, CancellationToken.None));
    }

    [Fact]
    public async Task RecordAsync_Should_VanishWithTheChange_When_TheUnitFails()
    {
        // act
        await Should.ThrowAsync<InvalidOperationException>(() => store.Gate.WriteAsync(
            async (db, ct) =>
            {
                await store.Audit.RecordAsync(db, intent, new AuditOutcome { Outcome = "changed" }, ct);
                throw new InvalidOperationException("The change failed.");
            },
            CancellationToken.None));
        await store.Audit.BeginAsync(intent, CancellationToken.None);

        // assert
        (await EntriesAsync()).ShouldHaveSingleItem().Sequence.ShouldBe(1);
        (await store.Audit.VerifyAsync(null, CancellationToken.None)).IsIntact.ShouldBeTrue();
    }

    [Fact]
    public void TokenOf_Should_DifferByRegisterAndPerson_When_Made()
    {
        var person = Guid.NewGuid();

        store.Audit.TokenOf("telecom", person).ShouldBe(store.Audit.TokenOf("telecom", person));
        store.Audit.TokenOf("telecom", person).ShouldNotBe(store.Audit.TokenOf("wellbeing", person));
        store.Audit.TokenOf("telecom", person).ShouldNotContain(person.ToString("N")[..8]);
    }

    private async Task<List<AuditEntry>> EntriesAsync()
    {
        var entries = new List<AuditEntry>();
        await foreach (var entry in store.Audit.ReadAsync(registrantToken: null, CancellationToken.None))
        {
            entries.Add(entry);
        }

        return entries;
    }
}
