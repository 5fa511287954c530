using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Requests.Fulfillment;

namespace PersonalDataHub.Hub.Requests;

/// <summary>Stops requests whose person turned out to be two, and recognises erased data that comes back.</summary>
internal sealed class RequestObserver(
    IDbContextFactory<HubDbContext> contexts,
    WriteGate gate,
    RequestSubjects subjects,
    RequestStopping stopping,
    RequestChanges changes,
    RecurrenceQueue recurrences,
    AuditTrail audit) : IRegistrantObserver
{
    private const string Stopped = "Identities were separated while it ran.";

    public async Task OnHeldAsync(KnownRegistrant registrant, IReadOnlyList<string> sources, CancellationToken cancellationToken)
    {
        var blinds = subjects.BlindsOf(registrant.Identities);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var returned = await db.Tombstones.AsNoTracking()
            .Where(row => row.Register == registrant.Register && blinds.Contains(row.Blind) && sources.Contains(row.Source))
            .Select(row => new { row.RequestId, row.Source })
            .Distinct()
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        returned.ForEach(one => recurrences.Add(new(registrant.Register, registrant.Id, one.RequestId, one.Source)));
    }

    public async Task OnSeparatedAsync(string register, Guid registrant, string by, CancellationToken cancellationToken)
    {
        // What was decided is decided: what it stops is not left running because the caller is gone.
        var stopped = await gate.WriteAsync((db, ct) => StopAllAsync(db, register, registrant, by, ct), CancellationToken.None).ConfigureAwait(false);
        stopped.ForEach(changes.Changed);
    }

    private async Task<List<Guid>> StopAllAsync(HubDbContext db, string register, Guid registrant, string by, CancellationToken cancellationToken)
    {
        var requests = await db.Requests
            .Where(row => row.Register == register && row.RegistrantId == registrant && row.EndedAt == null && row.Status != RequestStatus.Withdrawn)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var request in requests)
        {
            var done = await stopping.StopAsync(db, request, Stopped, cancellationToken).ConfigureAwait(false);
            request.Status = RequestStatus.NeedsPerson;
            request.Reason = done.Count == 0
                ? $"{Stopped} Nothing had been done; withdraw it, and ask anew for the right person."
                : $"{Stopped} Done while they were one: {string.Join("; ", done.Select(item => $"{item.Source}, {item.RecordType}{(item.Field is null ? "" : $".{item.Field}")}: {item.Records}"))}. Check these, withdraw it, and ask anew for the right person.";
            await audit.RecordAsync(
                db,
                RequestAudit.IntentOf(audit, request, "stopSeparated", by, Roles.DataProtectionOfficer),
                new AuditOutcome { Outcome = "done", Records = done.Sum(item => item.Records) },
                cancellationToken).ConfigureAwait(false);
        }

        return [.. requests.Select(request => request.Id)];
    }
}
