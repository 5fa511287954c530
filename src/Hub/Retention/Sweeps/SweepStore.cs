using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Requests;

namespace PersonalDataHub.Hub.Retention.Sweeps;

/// <summary>Keeps sweeps and what they remember of persons: blind hashes, registrants' ids, rules and counts.</summary>
internal sealed class SweepStore(IDbContextFactory<HubDbContext> contexts, WriteGate gate, TimeProvider clock)
{
    /// <summary>The sweep of a register that a crash cut short; else a new one.</summary>
    public Task<RetentionSweepRow> BeginAsync(string register, bool dryRun, string by, CancellationToken cancellationToken) => gate.WriteAsync(
        async (db, ct) =>
        {
            if (await db.RetentionSweeps.AsNoTracking().OrderByDescending(row => row.Key)
                .FirstOrDefaultAsync(row => row.Register == register && row.Status == SweepStatus.Running, ct).ConfigureAwait(false) is { } cutShort)
            {
                return cutShort;
            }

            var row = new RetentionSweepRow
            {
                Id = Guid.NewGuid(),
                Register = register,
                Day = clock.Today(),
                DryRun = dryRun,
                Status = SweepStatus.Running,
                StartedBy = by,
                StartedAt = clock.GetUtcNow(),
                Notes = "[]",
                Lines = "[]",
            };
            db.RetentionSweeps.Add(row);
            await db.SaveChangesAsync(ct).ConfigureAwait(false);
            return row;
        },
        cancellationToken);

    /// <summary>Changes a sweep.</summary>
    public Task<RetentionSweepRow> ChangeAsync(Guid id, Action<RetentionSweepRow> change, CancellationToken cancellationToken) => gate.WriteAsync(
        async (db, ct) =>
        {
            var row = await db.RetentionSweeps.SingleAsync(row => row.Id == id, ct).ConfigureAwait(false);
            change(row);
            return row;
        },
        cancellationToken);

    /// <summary>The sweeps that a crash cut short.</summary>
    public async Task<IReadOnlyList<RetentionSweepRow>> CutShortAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.RetentionSweeps.AsNoTracking().Where(row => row.Status == SweepStatus.Running).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Those of the hashes that nobody needs to look at on a day under a version of the policy.</summary>
    public async Task<HashSet<string>> RememberedAsync(
        string register, IReadOnlyList<byte[]> blinds, string packVersion, DateOnly day, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var rows = await db.RetentionChecks
            .Where(row => row.Register == register && blinds.Contains(row.Blind) && row.PackVersion == packVersion && row.NotBefore > day)
            .Select(row => row.Blind).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(Convert.ToHexString)];
    }

    /// <summary>Remembers what looks found; a filed plan that is not carried out stays filed.</summary>
    public Task RememberAsync(
        string register, IReadOnlyList<(byte[] Blind, CheckResult Result)> results, string packVersion, CancellationToken cancellationToken) => gate.WriteAsync(
        async (db, ct) =>
        {
            var blinds = results.Select(one => one.Blind).ToList();
            var known = (await db.RetentionChecks.Where(row => row.Register == register && blinds.Contains(row.Blind)).ToListAsync(ct).ConfigureAwait(false))
                .ToDictionary(row => Convert.ToHexString(row.Blind));
            var open = await OpenAsync(db, register, [.. results.Select(one => one.Result.Registrant).OfType<Guid>()], ct).ConfigureAwait(false);
            foreach (var (blind, result) in results)
            {
                if (!known.TryGetValue(Convert.ToHexString(blind), out var row))
                {
                    row = new()
                    {
                        Register = register, Blind = blind, State = result.State, NotBefore = result.NotBefore, CheckedOn = clock.Today(), PackVersion = packVersion, Lines = "[]",
                    };
                    db.RetentionChecks.Add(row);
                }

                var filed = result.State == CheckState.Due && result.Registrant is { } person && open.Contains(person);
                (row.State, row.NotBefore, row.CheckedOn, row.PackVersion) = (filed ? CheckState.Filed : result.State, result.NotBefore, clock.Today(), packVersion);
                (row.RegistrantId, row.Automatic) = (result.Registrant, result.Automatic);
                row.Lines = JsonSerializer.Serialize(result.Lines, SweepJson.Default.IReadOnlyListSweepLine);
                row.Filed = filed ? row.Filed : null;
            }
        },
        cancellationToken);

    /// <summary>How many persons are due in a register.</summary>
    public async Task<int> DueAsync(string register, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await Due(db, register, clock.Today()).Select(row => row.RegistrantId).Distinct().CountAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Everything that is due in a register, by source and rule.</summary>
    public async Task<IReadOnlyList<SweepLine>> LinesAsync(string register, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var totals = new Dictionary<SweepLine, (int Records, int Persons, DateOnly Since)>();
        var keys = new Dictionary<(string, string, string?, string, Requests.Planning.Fate), SweepLine>();
        // The same person may have been listed by several sources.
        var seen = new HashSet<Guid>();
        await foreach (var row in Due(db, register, clock.Today()).OrderBy(row => row.Key).Select(row => new { row.RegistrantId, row.Lines }).AsAsyncEnumerable()
            .WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (row.RegistrantId is not { } registrant || !seen.Add(registrant))
            {
                continue;
            }

            foreach (var line in JsonSerializer.Deserialize(row.Lines, SweepJson.Default.IReadOnlyListSweepLine)!)
            {
                var key = (line.Source, line.RecordType, line.Field, line.Rule, line.Fate);
                var first = keys.TryGetValue(key, out var known) ? known : keys[key] = line;
                var (records, persons, since) = totals.GetValueOrDefault(first, (0, 0, line.DueSince));
                totals[first] = (records + line.Records, persons + 1, since < line.DueSince ? since : line.DueSince);
            }
        }

        return [.. totals.Select(one => one.Key with { Records = one.Value.Records, Persons = one.Value.Persons, DueSince = one.Value.Since })
            .OrderBy(line => line.Source, StringComparer.Ordinal).ThenBy(line => line.RecordType, StringComparer.Ordinal).ThenBy(line => line.Rule, StringComparer.Ordinal)];
    }

    /// <summary>Those who are due and of whom no plan is stored; a look that is too old does not count.</summary>
    public static IQueryable<RetentionCheckRow> Due(HubDbContext db, string register, DateOnly day) => db.RetentionChecks.AsNoTracking()
        .Where(row => row.Register == register && row.State == CheckState.Due && row.RegistrantId != null && row.NotBefore > day);

    // A request that goes on takes what is due already.
    private static async Task<HashSet<Guid>> OpenAsync(HubDbContext db, string register, List<Guid> registrants, CancellationToken cancellationToken) =>
        [.. await db.Requests.Where(row => row.Register == register && row.EndedAt == null && row.Kind == DataSubjectRequestKind.Erasure && registrants.Contains(row.RegistrantId))
            .Select(row => row.RegistrantId).ToListAsync(cancellationToken).ConfigureAwait(false)];
}
