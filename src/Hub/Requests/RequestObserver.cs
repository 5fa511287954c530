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
internal sealed partial class RequestObserver(
    IDbContextFactory<HubDbContext> contexts,
    WriteGate gate,
    RequestSubjects subjects,
    RequestStopping stopping,
    RequestChanges changes,
    RecurrenceQueue recurrences,
    AuditTrail audit,
    TimeProvider clock,
    ILogger<RequestObserver> log) : IRegistrantObserver
{
    public async Task OnHeldAsync(KnownRegistrant registrant, IReadOnlyList<string> sources, CancellationToken cancellationToken)
    {
        try
        {
            await RecogniseAsync(registrant, sources, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            // Who searches is answered all the same; the next search looks again.
            LogNotLookedUp(log, registrant.Register, cause.GetType().Name);
        }
    }

    public async Task OnSeparatedAsync(KnownRegistrant registrant, string by, CancellationToken cancellationToken)
    {
        // What was decided is decided: what it stops is not left running because the caller is gone.
        var stopped = await gate.WriteAsync((db, ct) => StopAllAsync(db, registrant, by, ct), CancellationToken.None).ConfigureAwait(false);
        stopped.ForEach(changes.Changed);
    }

    private async Task RecogniseAsync(KnownRegistrant registrant, IReadOnlyList<string> sources, CancellationToken cancellationToken)
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

    private async Task<List<Guid>> StopAllAsync(HubDbContext db, KnownRegistrant registrant, string by, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. registrant.Ids.Append(registrant.Id).Distinct()];

        // One that waits for just such a decision has not begun, and is planned anew before anything of it is approved.
        var requests = await db.Requests
            .Where(row => row.Register == registrant.Register && ids.Contains(row.RegistrantId)
                && (row.EndedAt == null || db.Tasks.Any(task => task.RequestKey == row.Key
                    && (task.WaitingCause == WaitingCause.Blocker || task.WaitingCause == WaitingCause.Recipient)))
                && row.Status != RequestStatus.Withdrawn && row.Status != RequestStatus.Undecided)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var request in requests)
        {
            var done = await stopping.StopAsync(db, request, RequestStopping.Separated, cancellationToken).ConfigureAwait(false);
            (request.Status, request.StoppedAt, request.EndedAt) = (RequestStatus.NeedsPerson, clock.GetUtcNow(), null);
            request.Reason = done.Count == 0
                ? $"{RequestStopping.Separated} Nothing had been done; withdraw it, and ask anew for the right person."
                : $"{RequestStopping.Separated} Done while they were one: {string.Join("; ", done.Select(item => $"{item.Source}, {item.RecordType}{(item.Field is null ? "" : $".{item.Field}")}: {item.Records}"))}. Check these, withdraw it, and ask anew for the right person.";
            await audit.RecordAsync(
                db,
                RequestAudit.IntentOf(audit, request, "stopSeparated", by, Roles.DataProtectionOfficer),
                new AuditOutcome { Outcome = "done", Records = done.Sum(item => item.Records) },
                cancellationToken).ConfigureAwait(false);
        }

        return [.. requests.Select(request => request.Id)];
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Whether erased data of {Register} is back could not be looked up: {Failure}")]
    private static partial void LogNotLookedUp(ILogger log, string register, string failure);
}
