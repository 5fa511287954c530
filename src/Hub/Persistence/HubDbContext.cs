using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Persistence.Ledger;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Persistence;

/// <summary>The hub's own tables. Made by its pooled factory only; written through <see cref="WriteGate"/> only.</summary>
public sealed class HubDbContext(DbContextOptions<HubDbContext> options) : DbContext(options)
{
    internal DbSet<RegistrantRow> Registrants => Set<RegistrantRow>();

    internal DbSet<PersonKeyRow> PersonKeys => Set<PersonKeyRow>();

    internal DbSet<IdentityRow> Identities => Set<IdentityRow>();

    internal DbSet<LinkRow> Links => Set<LinkRow>();

    internal DbSet<SeparationRow> Separations => Set<SeparationRow>();

    internal DbSet<AuditRow> Audit => Set<AuditRow>();

    internal DbSet<RequestRow> Requests => Set<RequestRow>();

    internal DbSet<RequestKeyRow> RequestKeys => Set<RequestKeyRow>();

    internal DbSet<RequestSubjectRow> RequestSubjects => Set<RequestSubjectRow>();

    internal DbSet<TaskRow> Tasks => Set<TaskRow>();

    internal DbSet<TaskItemRow> TaskItems => Set<TaskItemRow>();

    internal DbSet<RestrictionRow> Restrictions => Set<RestrictionRow>();

    internal DbSet<TombstoneRow> Tombstones => Set<TombstoneRow>();

    internal DbSet<DecisionKeyRow> DecisionKeys => Set<DecisionKeyRow>();

    internal DbSet<ReturnTurnRow> ReturnTurns => Set<ReturnTurnRow>();

    internal DbSet<ErasureRow> Erasures => Set<ErasureRow>();

    internal DbSet<BulkErasureRow> BulkErasures => Set<BulkErasureRow>();

    internal DbSet<DriftRow> Drift => Set<DriftRow>();

    internal DbSet<LegalHoldRow> LegalHolds => Set<LegalHoldRow>();

    internal DbSet<HandOverRow> HandOvers => Set<HandOverRow>();

    internal DbSet<RetentionSweepRow> RetentionSweeps => Set<RetentionSweepRow>();

    internal DbSet<RetentionCheckRow> RetentionChecks => Set<RetentionCheckRow>();

    internal DbSet<RetentionFindingRow> RetentionFindings => Set<RetentionFindingRow>();

    internal DbSet<PermissionRow> Permissions => Set<PermissionRow>();

    internal DbSet<PurposeSwitchRow> PurposeSwitches => Set<PurposeSwitchRow>();

    internal DbSet<DisclosureRow> Disclosures => Set<DisclosureRow>();

    internal DbSet<DisclosurePersonRow> DisclosurePersons => Set<DisclosurePersonRow>();

    internal DbSet<RecordingRedactionRow> RecordingRedactions => Set<RecordingRedactionRow>();

    internal DbSet<KeyMarkRow> KeyMarks => Set<KeyMarkRow>();

    /// <summary>Set by a unit of the write gate that destroys keys: their traces beside the tables are to go too.</summary>
    internal bool HasDestroyed { get; set; }

    /// <summary>What units of the write gate enter in the erasure ledger: written there before the transaction is committed.</summary>
    internal List<LedgerEntry> LedgerEntries { get; } = [];

    /// <summary>The requests that units of the write gate have changed, they or their tasks: other nodes are told.</summary>
    internal HashSet<Guid> ChangedRequests { get; } = [];

    /// <inheritdoc/>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        NoteChangedRequests();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(HubDbContext).Assembly);

    // A number orders and compares the same in every database; SQLite's text form of a moment with offset does not.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantAsTicks>();

    // Whoever changes a task has its request at hand.
    private void NoteChangedRequests()
    {
        var tasks = ChangeTracker.Entries<TaskRow>().Where(entry => entry.State is EntityState.Modified).Select(entry => entry.Entity.RequestKey).ToHashSet();
        ChangedRequests.UnionWith(ChangeTracker.Entries<RequestRow>()
            .Where(entry => entry.State == EntityState.Modified || tasks.Contains(entry.Entity.Key))
            .Select(entry => entry.Entity.Id));
    }
}
