using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Marketing;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Retention.Sweeps;

/// <summary>Finds who took a consent back since the last sweep: no source lists them as due, as their relationship may go on.</summary>
internal sealed class ConsentEndings(
    IDbContextFactory<HubDbContext> contexts, WriteGate gate, IdentityGraph graph, KnownIdentityKinds kinds, BlindIndex blinds)
{
    /// <summary>One identity of each; what was remembered of them counts no more. Nobody where consents end nothing.</summary>
    public async Task<IReadOnlyList<SubjectIdentity>> SinceLastAsync(Register register, RetentionSweepRow sweep, CancellationToken cancellationToken)
    {
        if (!ConsentReader.Matters(register))
        {
            return [];
        }

        var persons = await PersonsAsync(register.Id, sweep, cancellationToken).ConfigureAwait(false);
        await gate.WriteAsync(
            (db, ct) => db.RetentionChecks.Where(check => check.Register == register.Id && check.RegistrantId != null && persons.Contains(check.RegistrantId.Value))
                .ExecuteUpdateAsync(set => set.SetProperty(check => check.NotBefore, DateOnly.MinValue), ct),
            cancellationToken).ConfigureAwait(false);
        var found = new List<SubjectIdentity>();
        foreach (var person in persons)
        {
            if ((await graph.FindAsync(register.Id, person, cancellationToken).ConfigureAwait(false))?.Identities
                .FirstOrDefault(identity => IdentityReading.Of(identity, kinds, blinds) is { Shareable: false }) is { } identity)
            {
                found.Add(identity);
            }
        }

        return found;
    }

    private async Task<List<Guid>> PersonsAsync(string register, RetentionSweepRow sweep, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var since = await db.RetentionSweeps.AsNoTracking().Where(row => row.Register == register && row.Key < sweep.Key && row.EndedAt != null)
            .OrderByDescending(row => row.Key).Select(row => (DateTimeOffset?)row.StartedAt).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false)
            ?? DateTimeOffset.MinValue;
        return await db.Permissions.AsNoTracking()
            .Where(row => row.Register == register && row.Use == PermissionUse.Processing && row.Decision != PermissionDecision.Given && row.RecordedAt >= since)
            .Select(row => row.RegistrantId).Distinct().ToListAsync(cancellationToken).ConfigureAwait(false);
    }
}
