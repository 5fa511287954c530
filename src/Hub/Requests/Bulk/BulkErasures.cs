using System.Text;
using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.Requests.Bulk;

/// <summary>Takes erasures of up to 1000 people that are looked at, approved, paused and resumed together.</summary>
public sealed class BulkErasures
{
    private readonly CatalogHolder catalogs;
    private readonly IDbContextFactory<HubDbContext> contexts;
    private readonly WriteGate gate;
    private readonly BulkPlanning planning;
    private readonly BulkPreparations preparations;
    private readonly BulkStore store;
    private readonly BulkStart start;
    private readonly BulkViews views;
    private readonly RequestFingerprint fingerprint;
    private readonly RequestChanges changes;
    private readonly RequestWaking waking;
    private readonly DecisionKeys keys;
    private readonly AuditTrail audit;
    private readonly TimeProvider clock;

    internal BulkErasures(
        CatalogHolder catalogs,
        IDbContextFactory<HubDbContext> contexts,
        WriteGate gate,
        BulkPlanning planning,
        BulkPreparations preparations,
        BulkStore store,
        BulkStart start,
        BulkViews views,
        RequestFingerprint fingerprint,
        RequestChanges changes,
        RequestWaking waking,
        DecisionKeys keys,
        AuditTrail audit,
        TimeProvider clock)
    {
        (this.catalogs, this.contexts, this.gate, this.planning) = (catalogs, contexts, gate, planning);
        (this.preparations, this.store, this.start) = (preparations, store, start);
        (this.views, this.fingerprint, this.changes, this.waking, this.keys) = (views, fingerprint, changes, waking, keys);
        (this.audit, this.clock) = (audit, clock);
    }

    /// <summary>
    /// Plans everybody's erasure and stores all of them, each as a request of its own. The same under the same key again returns
    /// what is stored, joins what is still being planned, or stores what a crash left out.
    /// </summary>
    /// <param name="header">What they have in common.</param>
    /// <param name="registrants">Whose data: 1 to 1000 people, nobody twice.</param>
    /// <param name="content">What is erased, and why; a scope of everything, categories or purposes.</param>
    /// <param name="caller">Who asks: a data protection officer.</param>
    /// <param name="cancellationToken">Cancelled when the caller is gone.</param>
    /// <exception cref="RequestException">It cannot be taken as asked; everything at once, people by their place in the list.</exception>
    /// <exception cref="AuditUnavailableException">The audit trail cannot be written, so nothing is read.</exception>
    public async Task<BulkErasure> SubmitAsync(
        BulkHeader header, IReadOnlyList<RegistrantKey> registrants, ErasureContent content, Caller caller, CancellationToken cancellationToken)
    {
        RequestAccess.DemandOfficer(caller);
        var register = RequestAccess.RegisterOf(catalogs.Current, header.Register, caller);
        BulkChecks.Check(register, header, registrants, content, clock.GetUtcNow());
        content = content.From(header.Channel);
        var print = PrintOf(header, registrants, content);
        var bulk = await store.FindAsync(header, print, cancellationToken).ConfigureAwait(false);
        if (bulk is null or { Hash: "" })
        {
            var begun = bulk;
            bulk = await preparations.JoinAsync(
                print, ct => StoreAsync(register, header, registrants, content, print, begun, caller, ct), cancellationToken).ConfigureAwait(false);
        }

        return await views.OfAsync(bulk, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Approves all plans that wait, and starts them; the same again changes nothing.</summary>
    /// <param name="id">The bulk's id.</param>
    /// <param name="hash">The hash that was looked at.</param>
    /// <param name="persons">How many people's plans were looked at.</param>
    /// <param name="caller">Who approves: a data protection officer.</param>
    /// <param name="cancellationToken">Cancelled when the caller is gone.</param>
    /// <exception cref="RequestException">It is not what was looked at, or nothing awaits approval.</exception>
    public async Task<BulkErasure> ApproveAsync(Guid id, string hash, int persons, Caller caller, CancellationToken cancellationToken)
    {
        RequestAccess.DemandOfficer(caller);
        var bulk = await FindRowAsync(id, caller, cancellationToken).ConfigureAwait(false);
        var (requests, wake) = await gate.WriteAsync(
            (db, ct) => start.ApproveAsync(db, bulk.Key, hash, persons, caller, ct), cancellationToken).ConfigureAwait(false);
        foreach (var request in requests)
        {
            changes.Changed(request);
        }

        await waking.AfterAsync(bulk.Id, wake).ConfigureAwait(false);
        return await views.OfAsync(bulk, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Begins nothing more; what is being done ends.</summary>
    /// <param name="id">The bulk's id.</param>
    /// <param name="clientRequestKey">The same again under the same key changes nothing, also when somebody resumed meanwhile; null for none.</param>
    /// <param name="caller">Who decides: a data protection officer.</param>
    /// <param name="cancellationToken">Cancelled when the caller is gone.</param>
    /// <exception cref="RequestException">There is no such bulk that the caller may see, or it was not approved.</exception>
    public Task<BulkErasure> PauseAsync(Guid id, string? clientRequestKey, Caller caller, CancellationToken cancellationToken) =>
        SetPausedAsync(new("pauseErasures", clientRequestKey, [id.ToString()]), id, true, caller, cancellationToken);

    /// <summary>Goes on after a pause, at the same pace from now.</summary>
    /// <param name="id">The bulk's id.</param>
    /// <param name="clientRequestKey">The same again under the same key changes nothing, also when somebody paused meanwhile; null for none.</param>
    /// <param name="caller">Who decides: a data protection officer.</param>
    /// <param name="cancellationToken">Cancelled when the caller is gone.</param>
    /// <exception cref="RequestException">There is no such bulk that the caller may see, or it was not approved.</exception>
    public Task<BulkErasure> ResumeAsync(Guid id, string? clientRequestKey, Caller caller, CancellationToken cancellationToken) =>
        SetPausedAsync(new("resumeErasures", clientRequestKey, [id.ToString()]), id, false, caller, cancellationToken);

    /// <summary>One bulk erasure; null when there is none that the caller may see. The reading is audited.</summary>
    /// <exception cref="RequestException">The caller's role has nothing to do with people.</exception>
    /// <exception cref="AuditUnavailableException">The audit trail cannot be written, so nothing is answered.</exception>
    public async Task<BulkErasure?> FindAsync(Guid id, Caller caller, CancellationToken cancellationToken)
    {
        RequestAccess.RefuseIntegrators(caller);
        if (await RowAsync(id, caller, cancellationToken).ConfigureAwait(false) is not { } row)
        {
            return null;
        }

        var scope = await audit.BeginAsync(BulkStore.IntentOf(row, "readErasures", caller), cancellationToken).ConfigureAwait(false);
        var found = await views.OfAsync(row, cancellationToken).ConfigureAwait(false);
        await scope.CompleteAsync(new AuditOutcome { Outcome = "answered", Records = 1 }, cancellationToken).ConfigureAwait(false);
        return found;
    }

    /// <summary>Everybody's plan in one, of a bulk that was found.</summary>
    public Task<BulkPlan> PlanOfAsync(BulkErasure bulk, CancellationToken cancellationToken) => views.PlanOfAsync(bulk.Id, cancellationToken);

    private async Task<BulkErasureRow> StoreAsync(
        Register register,
        BulkHeader header,
        IReadOnlyList<RegistrantKey> registrants,
        ErasureContent content,
        byte[] print,
        BulkErasureRow? begun,
        Caller caller,
        CancellationToken cancellationToken)
    {
        using var lease = catalogs.Lease();
        var id = begun?.Id ?? Guid.NewGuid();
        var stored = begun is null ? new Dictionary<int, Guid>() : await store.StoredAsync(begun, cancellationToken).ConfigureAwait(false);
        var scope = await audit.BeginAsync(
            new AuditIntent { Actor = caller.Name, Role = caller.Role, Register = register.Id, Purpose = header.Purpose, Operation = "requestErasures" },
            cancellationToken).ConfigureAwait(false);
        try
        {
            var (members, skipped) = await planning.PlanAsync(
                lease.Catalog,
                register,
                header,
                registrants.Select((key, position) => (position, key, BulkStore.MemberKey(id, position))).Where(one => !stored.ContainsKey(one.position)),
                stored,
                content,
                cancellationToken).ConfigureAwait(false);
            if (members.Count + stored.Count == 0)
            {
                throw new RequestException(RequestMistakes.NothingHeld, "No source holds anything of any of these people; nothing is to be done.");
            }

            var bulk = begun ?? await store.BeginAsync(id, header, print, skipped, caller, cancellationToken).ConfigureAwait(false);
            await store.FileAsync(register, bulk, members, content, caller, cancellationToken).ConfigureAwait(false);
            await store.CompleteAsync(bulk, caller, cancellationToken).ConfigureAwait(false);
            return bulk;
        }
        catch (RequestException)
        {
            await scope.CompleteAsync(new AuditOutcome { Outcome = "refused" }, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<BulkErasure> SetPausedAsync(Decision decision, Guid id, bool paused, Caller caller, CancellationToken cancellationToken)
    {
        RequestAccess.DemandOfficer(caller);
        var bulk = await FindRowAsync(id, caller, cancellationToken).ConfigureAwait(false);
        await keys.OnceAsync(decision, caller, PauseOnceAsync, cancellationToken).ConfigureAwait(false);
        return await views.OfAsync(bulk, cancellationToken).ConfigureAwait(false);

        async Task<Guid> PauseOnceAsync()
        {
            var wake = await gate.WriteAsync(
                async (db, ct) =>
                {
                    await keys.KeepAsync(db, decision, caller, id, ct).ConfigureAwait(false);
                    return await start.PauseAsync(db, bulk.Key, paused, caller, ct).ConfigureAwait(false);
                },
                cancellationToken).ConfigureAwait(false);
            await waking.AfterAsync(id, wake).ConfigureAwait(false);
            return id;
        }
    }

    private async Task<BulkErasureRow> FindRowAsync(Guid id, Caller caller, CancellationToken cancellationToken) =>
        await RowAsync(id, caller, cancellationToken).ConfigureAwait(false)
        ?? throw new RequestException(RequestMistakes.UnknownRequest, "There is no bulk erasure of this id that you may see.");

    private async Task<BulkErasureRow?> RowAsync(Guid id, Caller caller, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var row = await db.BulkErasures.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken).ConfigureAwait(false);
        return row is not null && caller.CanSee(row.Register) ? row : null;
    }

    private byte[] PrintOf(BulkHeader header, IReadOnlyList<RegistrantKey> registrants, ErasureContent content) => fingerprint.OfAll(
    [
        Encoding.UTF8.GetBytes($"{header.PerMinute}/{header.SkipUnknown}"),
        .. registrants.Select(registrant => fingerprint.Of(header.Of(registrant, header.ClientRequestKey), content)),
    ]);
}
