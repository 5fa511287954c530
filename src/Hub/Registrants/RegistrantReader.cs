using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>Finds one person in one register and reads, live, what is wanted of that person from every source needed.</summary>
/// <remarks>
/// The audit intent is written while the sources are being asked and stands before anything is answered: without it
/// there is no answer (GDPR Art. 5(2)). A list that comes later has an intent of its own.
/// </remarks>
public sealed class RegistrantReader
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly CatalogHolder catalogs;
    private readonly RegistrantSearcher searcher;
    private readonly PurposeGuards guards;
    private readonly AuditTrail audit;

    internal RegistrantReader(CatalogHolder catalogs, RegistrantSearcher searcher, PurposeGuards guards, AuditTrail audit) =>
        (this.catalogs, this.searcher, this.guards, this.audit) = (catalogs, searcher, guards, audit);

    /// <summary>Answers a search.</summary>
    /// <exception cref="RegistrantQueryException">The search cannot be made as asked; nothing was read.</exception>
    /// <exception cref="AuditUnavailableException">The audit trail cannot be written, so nothing is answered.</exception>
    public async Task<RegistrantSearch> FindAsync(RegistrantQuery query, Caller caller, CancellationToken cancellationToken)
    {
        var lease = catalogs.Lease();
        IReadOnlyCollection<Task> later = [];
        try
        {
            var search = await FindAsync(lease.Catalog, query, caller, cancellationToken).ConfigureAwait(false);
            later = [.. search.Registrant?.Later.Values ?? []];
            return search;
        }
        finally
        {
            _ = ReleaseAsync(lease, later);
        }
    }

    /// <summary>The sources must live until the last list is read.</summary>
    private static async Task ReleaseAsync(CatalogLease lease, IReadOnlyCollection<Task> later)
    {
        await Task.WhenAll(later).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lease.Dispose();
    }

    private async Task<RegistrantSearch> FindAsync(ConnectorCatalog catalog, RegistrantQuery query, Caller caller, CancellationToken cancellationToken)
    {
        var register = RegisterOf(catalog, query, caller);
        var purpose = PurposeOf(register, query);
        CheckPages(query);
        if (query.Reveal && caller.Role != Roles.DataProtectionOfficer)
        {
            throw new RegistrantQueryException("REVEAL_REFUSED", "Only a data protection officer may see identity codes whole.");
        }

        if (query.WaitAtMost < ShortestWait || query.WaitAtMost > LongestWait)
        {
            throw new RegistrantQueryException("WAIT_OUT_OF_RANGE", "waitAtMost is from PT0.01S to PT1M.");
        }

        await AggregateSources.RefuseJoinAsync(catalog, query, audit, IntentOf("joinAggregates"), cancellationToken).ConfigureAwait(false);
        query = query with { SeesSecret = caller.Role == Roles.DataProtectionOfficer };
        await CheckUseAsync(register, purpose, IntentOf("findRegistrant"), cancellationToken).ConfigureAwait(false);
        var intent = audit.BeginAsync(IntentOf(query.Reveal ? "revealRegistrant" : "findRegistrant"), cancellationToken);
        var search = searcher.SearchAsync(catalog, register, purpose, query, cancellationToken);
        try
        {
            await Task.WhenAll(intent, search).ConfigureAwait(false);
        }
        catch (RegistrantQueryException refused) when (intent.IsCompletedSuccessfully)
        {
            await (await intent.ConfigureAwait(false)).CompleteAsync(new() { Outcome = $"refused: {refused.Code}" }, cancellationToken).ConfigureAwait(false);
            throw;
        }

        var found = await search.ConfigureAwait(false);
        var scope = await intent.ConfigureAwait(false);
        await scope.CompleteAsync(OutcomeOf(register, found), cancellationToken).ConfigureAwait(false);
        return found.Registrant is not { Later.Count: > 0 } registrant ? found : found with
        {
            Registrant = registrant with { Later = registrant.Later.ToDictionary(list => list.Key, list => AuditedAsync(registrant, list.Value)) },
        };

        AuditIntent IntentOf(string operation) => new()
        {
            Actor = caller.Name,
            Role = caller.Role,
            Register = register.Id,
            Purpose = purpose.Id,
            Operation = operation,
        };

        async Task<RecordList> AuditedAsync(Registrant registrant, Task<RecordList> list)
        {
            var scope = await audit.BeginAsync(IntentOf("readRecordsLater"), cancellationToken).ConfigureAwait(false);
            var page = await list.ConfigureAwait(false);
            await scope.CompleteAsync(OutcomeOf(register, registrant, page), cancellationToken).ConfigureAwait(false);
            return page;
        }
    }

    private static Register RegisterOf(ConnectorCatalog catalog, RegistrantQuery query, Caller caller) =>
        caller.CanSee(query.Register) && catalog.FindRegister(query.Register) is { } register
            ? register
            : throw new RegistrantQueryException(
                "UNKNOWN_REGISTER",
                $"There is no register of this id that you may see; yours are: {Names(catalog.Registers.Select(one => one.Id).Where(caller.CanSee))}.");

    private static Purpose PurposeOf(Register register, RegistrantQuery query)
    {
        var purpose = register.FindPurpose(query.Purpose) ?? throw new RegistrantQueryException(
            "UNKNOWN_PURPOSE",
            $"The register '{register.Id}' has no such purpose; it has: {Names(register.Purposes.Select(one => one.Id))}.");
        return PurposeCheck.Of(register, purpose) is { } refusal ? throw new RegistrantQueryException("PURPOSE_REFUSED", refusal) : purpose;
    }

    // What the notice does not let the purpose do is refused before any source is asked, and stands in the trail.
    private async Task CheckUseAsync(Register register, Purpose purpose, AuditIntent intent, CancellationToken cancellationToken)
    {
        if (guards.Refuse(register, purpose) is { } refusal)
        {
            var scope = await audit.BeginAsync(intent, cancellationToken).ConfigureAwait(false);
            await scope.CompleteAsync(new() { Outcome = $"refused: {refusal.Code}" }, cancellationToken).ConfigureAwait(false);
            throw new RegistrantQueryException(refusal.Code, refusal.Message);
        }
    }

    private static void CheckPages(RegistrantQuery query)
    {
        if (query.Records.Any(selection => selection.First is < 1 or > RecordSelection.MaximumPage))
        {
            throw new RegistrantQueryException("PAGE_OUT_OF_RANGE", $"'first' is from 1 to {RecordSelection.MaximumPage}.");
        }
    }

    private AuditOutcome OutcomeOf(Register register, RegistrantSearch search) => new()
    {
        Outcome = search.Registrant is null ? "nothingFound" : "answered",
        RegistrantToken = search.Registrant is { } found ? audit.TokenOf(register.Id, found.Id) : null,
        Sources = [.. search.Sources.Select(reading => new AuditedSource(
            reading.Source.Id,
            reading.Status.ToString(),
            search.Registrant?.Lists.Values.Sum(list => list.Nodes.Count(node => node.Source.Id == reading.Source.Id)) ?? 0))],
        Records = search.Registrant?.Lists.Values.Sum(list => list.Nodes.Count) ?? 0,
    };

    private AuditOutcome OutcomeOf(Register register, Registrant registrant, RecordList page) => new()
    {
        Outcome = "answered",
        RegistrantToken = audit.TokenOf(register.Id, registrant.Id),
        Sources =
        [
            .. page.Nodes.GroupBy(node => node.Source.Id)
                .Select(same => new AuditedSource(same.Key, nameof(ReadingStatus.Answered), same.Count())),
            .. page.Missing.Select(reading => new AuditedSource(reading.Source.Id, reading.Status.ToString(), 0)),
        ],
        Records = page.Nodes.Count,
    };

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
}
