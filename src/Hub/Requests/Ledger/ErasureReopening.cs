using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Requests.Fulfillment;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests.Ledger;

/// <summary>
/// Takes an erasure up again that a restored database does not know as done: its sources are asked whether they hold the person
/// again, and what else was open for the person stops.
/// </summary>
/// <remarks>
/// A source that holds nothing ends its part. What a source does hold was shown to nobody: it waits for approval with the reason,
/// because it may be that of somebody who came back.
/// </remarks>
internal sealed class ErasureReopening(
    RequestVault vault, RequestFiling filing, RequestStopping stopping, RequestSettlement settlement, PlanHash hash)
{
    private const string Restored = "The hub's database was restored from a backup of before the erasure; the source is asked again.";
    private const string Overtaken = "The person's data was erased after the backup was taken from which the hub was restored.";

    /// <summary>Within a unit of the write gate, before the person is forgotten.</summary>
    /// <returns>What the audit calls it.</returns>
    public async Task<string> ReopenAsync(
        HubDbContext db, ErasureReceipt receipt, IReadOnlyList<ErasedPerson> persons, CancellationToken cancellationToken)
    {
        if (!receipt.Forgotten)
        {
            return "marked";
        }

        if (receipt.StillHolding.Count == 0)
        {
            await StopCorrectionsAsync(db, receipt, persons, cancellationToken).ConfigureAwait(false);
        }

        var request = await db.Requests.SingleOrDefaultAsync(row => row.Id == receipt.RequestId, cancellationToken).ConfigureAwait(false);
        if (!receipt.All || request is { EndedAt: not null } or { ApprovedAt: not null })
        {
            // What was under way goes on by itself, and what is due is found by the next sweep.
            return "forgotten";
        }

        IReadOnlyList<SubjectIdentity> identities = [.. persons.SelectMany(person => person.Identities).Distinct()];
        if (request is null)
        {
            db.Requests.Add(request = RowOf(receipt));
            await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            db.RequestSubjects.AddRange(receipt.Subjects.Select(blind =>
                new RequestSubjectRow { RequestKey = request.Key, Register = request.Register, Blind = blind }));
        }

        return await StartAsync(db, request, receipt, identities, cancellationToken).ConfigureAwait(false);
    }

    private async Task<string> StartAsync(
        HubDbContext db, RequestRow request, ErasureReceipt receipt, IReadOnlyList<SubjectIdentity> identities, CancellationToken cancellationToken)
    {
        var content = new ErasureContent(new Scope.All(), receipt.Ground) { Method = receipt.Method }.From(receipt.Channel);
        var draft = DraftOf(request, receipt, identities);
        using (var key = await vault.OpenAsync(db, request, cancellationToken).ConfigureAwait(false) ?? vault.Create(db, request))
        {
            if (request.Content is null)
            {
                RequestVault.Seal(key, request, content, new(null, null));
            }

            await PlanStore.ReplaceAsync(db, request, draft, key, cancellationToken).ConfigureAwait(false);
        }

        request.Status = RequestStatus.AwaitingApproval;
        await filing.StartAsync(db, request, content, receipt.ApprovedBy, cancellationToken).ConfigureAwait(false);
        if (receipt.ApprovedBy is null)
        {
            // The policy approved the plan of then. Its tasks ask, and whatever they find now waits for a person.
            request.ApprovedAt = null;
        }

        return "reopened";
    }

    private DraftPlan DraftOf(RequestRow request, ErasureReceipt receipt, IReadOnlyList<SubjectIdentity> identities)
    {
        // Nobody can be asked about a person whom the backup does not know by anything.
        List<PlannedTask> tasks =
        [
            .. from source in identities.Count == 0 ? [] : receipt.Sources
               select new PlannedTask { Source = source.Source, Identities = identities, Items = [], After = [], NotReached = true },
        ];
        List<SourceNotReached> notReached = [.. tasks.Select(task => new SourceNotReached(task.Source, Restored))];
        return new(
            new Plan
            {
                Hash = hash.Of(request.Register, request.RegistrantId, request.Kind, tasks, notReached, []),
                Items = [],
                NotAsked = [],
                NotReached = notReached,
                Undecided = [],
            },
            tasks);
    }

    // A correction would write into what is gone, and what it keeps of the person would be readable as long as it is open.
    private async Task StopCorrectionsAsync(
        HubDbContext db, ErasureReceipt receipt, IReadOnlyList<ErasedPerson> persons, CancellationToken cancellationToken)
    {
        Guid[] ids = [receipt.RegistrantId, .. persons.Select(person => person.Id)];
        var open = await db.Requests
            .Where(row => row.Register == receipt.Register && row.Kind == DataSubjectRequestKind.Rectification && row.EndedAt == null
                && (ids.Contains(row.RegistrantId)
                    || db.RequestSubjects.Any(subject => subject.RequestKey == row.Key && receipt.Subjects.Contains(subject.Blind))))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var request in open)
        {
            await stopping.StopAsync(db, request, Overtaken, cancellationToken).ConfigureAwait(false);
            (request.Status, request.Reason) = (RequestStatus.Refused, Overtaken);
            await settlement.SettleAsync(db, request, cancellationToken).ConfigureAwait(false);
        }
    }

    private static RequestRow RowOf(ErasureReceipt receipt) => new()
    {
        Id = receipt.RequestId,
        Register = receipt.Register,
        Kind = DataSubjectRequestKind.Erasure,
        Status = RequestStatus.AwaitingApproval,
        RegistrantId = receipt.RegistrantId,
        ClientRequestKey = receipt.ClientRequestKey,
        ContentHash = receipt.ContentHash,
        ReceivedAt = receipt.ReceivedAt,
        Channel = receipt.Channel,
        Ground = receipt.Ground.ToString(),
        DueOn = receipt.DueOn,
        Plan = "",
        PlanHash = "",
        RequestedBy = receipt.RequestedBy,
        RequestedRole = receipt.RequestedRole,
        Purpose = receipt.Purpose,
        CreatedAt = receipt.CreatedAt,
        RecurrenceOf = receipt.RecurrenceOf,
        RecurrenceSource = receipt.RecurrenceSource,
    };
}
