using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Files;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Carries one claimed task as far as it goes now: checks what was approved, tells the source, reads it back.</summary>
internal sealed class TaskRunner(
    CatalogHolder catalogs,
    TaskOpener opener,
    RegistrantFileReader files,
    UnplannedReading unplanned,
    LiveBlockers blockers,
    PlanShare planShare,
    SourceWrites writes,
    ReadBack readBack,
    TaskRecorder recorder,
    FulfillmentOptions options,
    TimeProvider clock)
{
    private static readonly WriteItem AlreadySo = new WriteDone();
    private static readonly WriteItem Stale = new WriteConflict("It is not the value that was decided on any more.");

    /// <exception cref="LeaseLostException">Somebody else has the task by now.</exception>
    public async Task RunAsync(TaskLease lease, CancellationToken cancellationToken)
    {
        using var held = catalogs.Lease();
        if (await opener.OpenAsync(lease.TaskKey, cancellationToken) is not { } work)
        {
            await recorder.GivenUpAsync(lease, "What the request kept is destroyed; nothing can be done any more.", cancellationToken);
            return;
        }

        var source = held.Catalog.FindSource(work.Task.Register, work.Task.Source);
        if (source is not { State: SourceState.Active })
        {
            var reason = source is null ? "The source is not configured any more." : source.Reason ?? "The source is switched off.";
            await recorder.FailedAsync(lease, new(FailureKind.Transient, reason), cancellationToken);
            return;
        }

        if (SourceHours.OpenFrom(source.Descriptor, clock.GetUtcNow()) is var opens && opens > clock.GetUtcNow())
        {
            await recorder.ClosedAsync(lease, opens, cancellationToken);
            return;
        }

        if (await CheckAsync(lease, held.Catalog, source, work, cancellationToken)
            && await TellAsync(lease, source, cancellationToken))
        {
            await ReadBackAsync(lease, source, cancellationToken);
        }
    }

    /// <summary>False when the task has come to rest: what it would do was not approved, or is not known.</summary>
    private async Task<bool> CheckAsync(
        TaskLease lease, ConnectorCatalog catalog, Source source, TaskWork work, CancellationToken cancellationToken)
    {
        var erasure = work.Request.Kind == DataSubjectRequestKind.Erasure;
        if (!work.Task.Unplanned && !(erasure && work.Items.Any(item => item.IsToDo || item.IsToReplan)))
        {
            return true;
        }

        var file = work.Task.Unplanned
            ? await unplanned.ReadAsync(catalog, source, work, cancellationToken)
            : await files.ReadSourceAsync(source, work.Identities, options.ReadBackTimeout, cancellationToken);
        if (!file.Reached)
        {
            await recorder.FailedAsync(lease, FailureOf(file), cancellationToken);
            return false;
        }

        try
        {
            var register = catalog.FindRegister(work.Task.Register)!;
            var standing = await blockers.ReadAsync(catalog, register, source, work, cancellationToken);
            var share = await planShare(register, file, work.Content, standing, cancellationToken);

            // Where the register's policy approved the plan, nobody was shown the other shares either, and nobody would come.
            var approvedUnseen = work.Task.Unplanned && work.Request is { ApprovedAt: not null, ApprovedBy: null };
            var differences = erasure && !approvedUnseen ? ShareDifference.Between(source.Id, work.Items, share) : [];
            if (differences.Count > 0 && !work.Task.Unplanned && LiveBlockers.NotTold(work.Items, share, standing) is { } silent)
            {
                await recorder.FailedAsync(lease, silent, cancellationToken);
                return false;
            }

            if (differences.Count > 0)
            {
                await recorder.NotApprovedAsync(lease, file.Identities, share, standing, differences, cancellationToken);
                return false;
            }

            if (work.Task.Unplanned || (erasure && work.Items.Any(item => item.IsToReplan) && !ShareDifference.IsNone(work.Items, share)))
            {
                await recorder.PlannedAsync(lease, file.Identities, share, standing, cancellationToken);
            }

            return true;
        }
        catch (ShareNotPlannedException failed)
        {
            await recorder.FailedAsync(lease, failed.Failure, cancellationToken);
        }
        catch (RequestException refused)
        {
            await recorder.GivenUpAsync(lease, refused.Message, cancellationToken);
        }

        return false;
    }

    /// <summary>False when the source did not answer.</summary>
    private async Task<bool> TellAsync(TaskLease lease, Source source, CancellationToken cancellationToken)
    {
        // It may have been stopped while its share was checked.
        if (await opener.OpenAsync(lease.TaskKey, cancellationToken) is not { } work
            || RequestSettlement.IsStopped(work.Request)
            || work.Items.Where(item => item.IsToDo).ToList() is not { Count: > 0 } toDo)
        {
            return true;
        }

        var at = clock.GetUtcNow();
        var answers = toDo.Where(item => item.IsStale).Select(item => (item, Stale)).ToList();
        var current = toDo.Where(item => !item.IsStale).ToList();
        if (current.Count > 0 && MayHaveBeenHeard(lease, source))
        {
            var file = await readBack.ReadAsync(source, work, options.ReadBackTimeout, cancellationToken);
            if (file.Status is not (ReadingStatus.Answered or ReadingStatus.NothingFound))
            {
                await recorder.FailedAsync(lease, FailureOf(file), cancellationToken);
                return false;
            }

            var done = current.Where(item => readBack.Of(source, work.Request.Kind, item, file) == Proof.Done).ToList();
            answers.AddRange(done.Select(item => (item, AlreadySo)));
            current = [.. current.Except(done)];
        }

        if (current.Count > 0)
        {
            var call = await writes.CallAsync(source, work, current, lease.Fence, cancellationToken);
            if (!call.Answered)
            {
                await recorder.FailedAsync(lease, call.Failure, cancellationToken);
                return false;
            }

            answers.AddRange(current.Zip(call.Value.Items));
        }

        await recorder.ToldAsync(lease, source, answers, at, cancellationToken);
        return true;
    }

    private async Task ReadBackAsync(TaskLease lease, Source source, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await opener.OpenAsync(lease.TaskKey, cancellationToken) is not { } work
            || work.Items.Where(item => item.IsToVerify && !(item.VerifiableFrom > now)).ToList() is not { Count: > 0 } unread)
        {
            await recorder.RestAsync(lease, cancellationToken);
            return;
        }

        if (!options.ReadBack)
        {
            await recorder.ReadBackAsync(lease, unread.ToDictionary(item => item.Ordinal, _ => Proof.Done), cancellationToken);
            return;
        }

        var file = await readBack.ReadAsync(source, work, options.ReadBackTimeout, cancellationToken);
        if (file.Status is not (ReadingStatus.Answered or ReadingStatus.NothingFound))
        {
            await recorder.FailedAsync(lease, FailureOf(file), cancellationToken);
            return;
        }

        var proofs = unread.Where(item => !(file.AsOf < item.OutcomeAt))
            .ToDictionary(item => item.Ordinal, item => readBack.Of(source, work.Request.Kind, item, file));
        var pending = unread.Where(item => item is { Outcome: Outcome.Deferred, Token: not null } && proofs.GetValueOrDefault(item.Ordinal, Proof.Done) != Proof.Done)
            .ToList();
        if (pending.Count == 0 || await writes.AskAsync(source, work, pending, lease.Fence, cancellationToken) is not { } call)
        {
            await recorder.ReadBackAsync(lease, proofs, cancellationToken);
        }
        else if (!call.Answered)
        {
            await recorder.FailedAsync(lease, call.Failure, cancellationToken);
        }
        else
        {
            // What the source itself says is not done yet is not missing: only what it says it did is.
            var said = pending.Select(item => item.Ordinal).ToHashSet();
            await recorder.ReadBackAsync(
                lease, source, proofs.Where(proof => !said.Contains(proof.Key)).ToDictionary(), [.. pending.Zip(call.Value.Items)], cancellationToken);
        }
    }

    // An earlier attempt may have had its effect though no answer came. Whatever the source makes of a repeated key, what is so
    // already is not asked for again. What lags behind cannot tell.
    private bool MayHaveBeenHeard(TaskLease lease, Source source) =>
        options.ReadBeforeWrite && lease.Fence > 1 && source.Descriptor?.Freshness == TimeSpan.Zero;

    private static SourceFailure FailureOf(SourceFile file) =>
        file.Failure ?? new(FailureKind.Configuration, "The source accepts none of the person's identities any more.");
}
