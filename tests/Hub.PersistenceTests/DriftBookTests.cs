using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Drift;
using PersonalDataHub.Hub.Persistence;

namespace PersonalDataHub.Hub.PersistenceTests;

/// <summary>What the history of drift promises, whatever database is under it.</summary>
public abstract class DriftBookTests : IAsyncLifetime
{
    private static readonly DriftFinding Undeclared = new(DriftKind.UndeclaredCategory, "crm interests", "Declare it.") { Statements = ["contents"], File = "shop/register.yaml", Line = 7 };
    private static readonly DriftFinding Unused = new(DriftKind.FactNotUsed, "companyContact", "Use it.");
    private HubStore store = null!;
    private DriftBook book = null!;

    protected abstract Task<HubStore> CreateStoreAsync();

    public async ValueTask InitializeAsync()
    {
        store = await CreateStoreAsync();
        book = new(store.Get<IDbContextFactory<HubDbContext>>(), store.Gate, store.Clock);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task NoteAsync_Should_KeepFirstAndLastSeen_When_AFindingStays()
    {
        // arrange
        var first = store.Clock.GetUtcNow();
        var appeared = await NoteAsync("v1", Undeclared, Unused);
        store.Clock.Advance(TimeSpan.FromDays(1));

        // act
        var again = await NoteAsync("v2", Undeclared with { Line = 9 }, Unused);

        // assert
        (appeared.Appeared.Count, appeared.Resolved.Count, appeared.Open).ShouldBe((2, 0, 2));
        (again.Appeared.Count, again.Resolved.Count, again.Open).ShouldBe((0, 0, 2));
        var entry = (await book.ReadAsync("shop", includeResolved: false, CancellationToken.None))[0];
        (entry.Kind, entry.Severity, entry.Subject, entry.File, entry.Line, entry.PackVersion).ShouldBe(
            (DriftKind.UndeclaredCategory, DriftSeverity.Error, "crm interests", "shop/register.yaml", 9, "v2"));
        (entry.FirstSeenAt, entry.LastSeenAt, entry.ResolvedAt).ShouldBe((first, store.Clock.GetUtcNow(), null));
        entry.Statements.ShouldBe(["contents"]);
    }

    [Fact]
    public async Task NoteAsync_Should_ResolveAndBeginAnew_When_AFindingGoesAndComesBack()
    {
        // arrange
        await NoteAsync("v1", Undeclared);
        store.Clock.Advance(TimeSpan.FromDays(1));

        // act
        var gone = await NoteAsync("v2");
        var resolvedAt = store.Clock.GetUtcNow();
        store.Clock.Advance(TimeSpan.FromDays(1));
        var back = await NoteAsync("v3", Undeclared);

        // assert
        gone.Resolved.ShouldHaveSingleItem().ResolvedAt.ShouldBe(resolvedAt);
        back.Appeared.ShouldHaveSingleItem().FirstSeenAt.ShouldBe(store.Clock.GetUtcNow());
        (await book.ReadAsync("shop", includeResolved: false, CancellationToken.None)).ShouldHaveSingleItem();
        (await book.ReadAsync("shop", includeResolved: true, CancellationToken.None)).Select(entry => entry.ResolvedAt).ShouldBe([null, resolvedAt]);
    }

    [Fact]
    public async Task ReadAsync_Should_TellOnlyOfThatRegister_When_OthersHaveDriftedToo()
    {
        await NoteAsync("v1", Undeclared);
        await book.NoteAsync("studio", "v1", [Unused], CancellationToken.None);

        (await book.ReadAsync("studio", includeResolved: true, CancellationToken.None)).ShouldHaveSingleItem().Kind.ShouldBe(DriftKind.FactNotUsed);
    }

    private Task<DriftChange> NoteAsync(string version, params DriftFinding[] findings) => book.NoteAsync("shop", version, findings, CancellationToken.None);
}
