using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Retention.Sweeps;

/// <summary>Keeps what should have vanished at its source and is still there, until it is seen to be gone.</summary>
internal sealed partial class FindingBook(
    IDbContextFactory<HubDbContext> contexts, WriteGate gate, TimeProvider clock, ILogger<FindingBook> log)
{
    /// <summary>Writes down what a look at a registrant found, and what it did not find any more.</summary>
    public async Task NoteAsync(
        string register,
        Guid registrant,
        IReadOnlyList<(string Source, string RecordType, string Rule, DateOnly DueSince, int Records)> there,
        CancellationToken cancellationToken)
    {
        var found = await gate.WriteAsync(
            async (db, ct) =>
            {
                var now = clock.GetUtcNow();
                var open = await db.RetentionFindings.Where(row => row.Register == register && row.RegistrantId == registrant && row.ClearedAt == null)
                    .ToListAsync(ct).ConfigureAwait(false);
                var added = new List<(string Source, Guid Id)>();
                foreach (var one in there)
                {
                    if (open.Find(row => (row.Source, row.RecordType, row.Rule) == (one.Source, one.RecordType, one.Rule)) is { } known)
                    {
                        (known.SeenAt, known.Records) = (now, one.Records);
                        open.Remove(known);
                        continue;
                    }

                    var row = new RetentionFindingRow
                    {
                        Id = Guid.NewGuid(),
                        Register = register,
                        RegistrantId = registrant,
                        Source = one.Source,
                        RecordType = one.RecordType,
                        Rule = one.Rule,
                        DueSince = one.DueSince,
                        Records = one.Records,
                        FoundAt = now,
                        SeenAt = now,
                    };
                    db.RetentionFindings.Add(row);
                    added.Add((one.Source, row.Id));
                }

                open.ForEach(row => row.ClearedAt = now);
                return added;
            },
            cancellationToken).ConfigureAwait(false);
        found.ForEach(one => LogStillThere(log, register, one.Source, one.Id));
    }

    /// <summary>The registrants of a register of whom something should have vanished.</summary>
    public async Task<IReadOnlyList<Guid>> OpenAsync(string register, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.RetentionFindings.Where(row => row.Register == register && row.ClearedAt == null).Select(row => row.RegistrantId).Distinct()
            .ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The findings of a register, the oldest first.</summary>
    public async Task<IReadOnlyList<RetentionFinding>> ListAsync(string register, bool cleared, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var rows = await db.RetentionFindings.AsNoTracking().Where(row => row.Register == register && (cleared || row.ClearedAt == null))
            .OrderBy(row => row.Key).Take(1000).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(row => new RetentionFinding(
            row.Id, row.Register, row.RegistrantId, row.Source, row.RecordType, row.Rule, row.DueSince, row.Records, row.FoundAt, row.ClearedAt));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Register {Register}: {Source} still holds what it should have let vanish (finding {Finding}).")]
    private static partial void LogStillThere(ILogger log, string register, string source, Guid finding);
}
