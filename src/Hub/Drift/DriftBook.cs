using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Drift;

/// <summary>Remembers what had drifted apart, since when and until when.</summary>
internal sealed class DriftBook(IDbContextFactory<HubDbContext> contexts, WriteGate gate, TimeProvider clock)
{
    /// <summary>Notes what a check found: what is new appears, what is gone is resolved, the rest was seen again.</summary>
    public Task<DriftChange> NoteAsync(
        string register, string packVersion, IReadOnlyList<DriftFinding> findings, CancellationToken cancellationToken) =>
        gate.WriteAsync(
            async (db, ct) =>
            {
                var now = clock.GetUtcNow();
                var open = await db.Drift.Where(row => row.Register == register && row.ResolvedAt == null).ToListAsync(ct).ConfigureAwait(false);
                var known = open.ToDictionary(row => (row.Kind, row.Subject));
                var appeared = new List<DriftRow>();
                foreach (var finding in findings)
                {
                    if (!known.Remove((finding.Kind.ToString(), finding.Subject), out var row))
                    {
                        row = new()
                        {
                            Id = Guid.NewGuid(),
                            Register = register,
                            Kind = finding.Kind.ToString(),
                            Subject = finding.Subject,
                            FirstSeenAt = now,
                        };
                        db.Drift.Add(row);
                        appeared.Add(row);
                    }

                    row.Severity = finding.Severity.ToString();
                    row.Message = finding.Message;
                    row.Statements = JsonSerializer.Serialize(finding.Statements);
                    row.File = finding.File;
                    row.Line = finding.Line;
                    row.PackVersion = packVersion;
                    row.LastSeenAt = now;
                }

                foreach (var gone in known.Values)
                {
                    gone.ResolvedAt = now;
                }

                await db.SaveChangesAsync(ct).ConfigureAwait(false);
                return new DriftChange(register, now, [.. appeared.Select(Entry)], [.. known.Values.Select(Entry)], findings.Count);
            },
            cancellationToken);

    /// <summary>The findings of a register: those that are there, and on wish those that are gone, each in the order of appearance.</summary>
    public async Task<IReadOnlyList<DriftEntry>> ReadAsync(string register, bool includeResolved, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var rows = await db.Drift.AsNoTracking()
            .Where(row => row.Register == register && (includeResolved || row.ResolvedAt == null))
            .OrderBy(row => row.Key)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. rows.OrderBy(row => row.ResolvedAt is not null).Select(Entry)];
    }

    private static DriftEntry Entry(DriftRow row) => new()
    {
        Id = row.Id,
        Register = row.Register,
        Kind = Enum.Parse<DriftKind>(row.Kind),
        Severity = Enum.Parse<DriftSeverity>(row.Severity),
        Subject = row.Subject,
        Message = row.Message,
        Statements = JsonSerializer.Deserialize<string[]>(row.Statements) ?? [],
        File = row.File,
        Line = row.Line,
        PackVersion = row.PackVersion,
        FirstSeenAt = row.FirstSeenAt,
        LastSeenAt = row.LastSeenAt,
        ResolvedAt = row.ResolvedAt,
    };
}
