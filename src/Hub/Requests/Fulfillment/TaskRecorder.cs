using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registrants.Blockers;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Writes down what became of a task: fence, outcomes, audit entry and request in one unit.</summary>
/// <remarks>Every method throws <see cref="LeaseLostException"/>, and changes nothing, when the task is somebody else's by now.</remarks>
internal sealed class TaskRecorder(
    TaskUnits units, RequestVault vault, Backoff backoff, FulfillmentOptions options, TimeProvider clock)
{
    private const string StillHolds = "The source says that it is done, but reading it back shows otherwise.";

    /// <summary>What the source answered when it was told.</summary>
    public Task ToldAsync(
        TaskLease lease,
        Source source,
        IReadOnlyList<(WorkItem Item, WriteItem Answer)> answers,
        DateTimeOffset at,
        CancellationToken cancellationToken) =>
        units.RunAsync(
            lease,
            "told",
            async (file, ct) =>
            {
                using var key = await OpenAsync(file, ct);
                var kept = KeptRecords.Of(file);
                foreach (var (item, result) in answers)
                {
                    var row = file.Items.Single(row => row.Ordinal == item.Ordinal);
                    if (kept?.Explains(row, result) == true)
                    {
                        kept.Keep(row, at);
                        continue;
                    }

                    Apply(file, key, source, row, result, at);
                }

                (file.Task.Attempt, file.Task.Strikes, file.Task.Failure) = (0, 0, null);
                return null;
            },
            cancellationToken);

    /// <summary>What reading back showed, by ordinal; an answer that was too old to tell is left out.</summary>
    public Task ReadBackAsync(TaskLease lease, IReadOnlyDictionary<int, Proof> proofs, CancellationToken cancellationToken) =>
        ReadBackAsync(lease, null, proofs, [], cancellationToken);

    /// <summary>The same, with what the source said of work that was still pending.</summary>
    public Task ReadBackAsync(
        TaskLease lease,
        Source? source,
        IReadOnlyDictionary<int, Proof> proofs,
        IReadOnlyList<(WorkItem Item, WriteItem Answer)> asked,
        CancellationToken cancellationToken) =>
        units.RunAsync(
            lease,
            "readBack",
            async (file, ct) =>
            {
                var now = clock.GetUtcNow();
                if (asked.Count > 0)
                {
                    using var key = await OpenAsync(file, ct);
                    foreach (var (item, answer) in asked)
                    {
                        Apply(file, key, source!, file.Items.Single(row => row.Ordinal == item.Ordinal), answer, now);
                    }
                }

                var verified = file.Items.Where(item => proofs.GetValueOrDefault(item.Ordinal) == Proof.Done).ToList();
                var missing = file.Items.Where(item => proofs.GetValueOrDefault(item.Ordinal, Proof.Done) != Proof.Done).ToList();
                verified.ForEach(item => (item.Outcome, item.OutcomeAt) = (Outcome.Verified, now));
                (file.Task.Attempt, file.Task.Failure) = (0, null);
                file.Task.Strikes = missing.Count == 0 ? 0 : file.Task.Strikes + 1;
                if (file.Task.Strikes >= options.ReadBackRounds)
                {
                    missing.ForEach(item => (item.Outcome, item.OutcomeAt, item.Reason) = (Outcome.Failed, now, StillHolds));
                    file.Task.Failure = StillHolds;
                    return TaskMove.GiveUp;
                }

                // What was too old to tell is asked again late; what is not there yet, with growing patience,
                // all of it at once: a round is a round of the task.
                var late = file.Items.Where(item => item.Outcome is Outcome.Applied or Outcome.Deferred && item.VerifiableFrom <= now).ToList();
                late.ForEach(item => item.VerifiableFrom = now + options.LongestBackoff);
                var again = now + backoff.After(file.Task.Strikes);
                missing.ForEach(item => item.VerifiableFrom = again);
                return TaskRest.Settle(file.Task, file.Items, now);
            },
            cancellationToken);

    /// <summary>Nothing more can be done now: the task waits or is final.</summary>
    public Task RestAsync(TaskLease lease, CancellationToken cancellationToken) =>
        units.RunAsync(
            lease,
            "settled",
            (file, _) => Go(TaskRest.Settle(file.Task, file.Items, clock.GetUtcNow())),
            cancellationToken);

    /// <summary>The source did not answer: the task waits with growing patience, or is given up when waiting does not mend it.</summary>
    public Task FailedAsync(TaskLease lease, SourceFailure failure, CancellationToken cancellationToken) =>
        units.RunAsync(
            lease,
            "failed",
            (file, _) =>
            {
                var task = file.Task;
                task.Attempt++;
                task.Strikes += failure.Kind == FailureKind.Transient ? 0 : 1;
                task.Failure = failure.Message;
                return Go(task.Strikes >= options.FailuresUntilDeadLetter && failure.Kind != FailureKind.Transient
                    ? TaskMove.GiveUp
                    : TaskMove.Wait(WaitingCause.SourceDown, clock.GetUtcNow() + backoff.After(task.Attempt)));
            },
            cancellationToken);

    /// <summary>The source cannot be asked at this hour: the task waits for its opening.</summary>
    public Task ClosedAsync(TaskLease lease, DateTimeOffset opens, CancellationToken cancellationToken) => units.RunAsync(
        lease, "closed", (_, _) => Go(TaskMove.Wait(WaitingCause.SourceDelay, opens)), cancellationToken);

    /// <summary>The task cannot be carried out at all; a person decides what becomes of it.</summary>
    public Task GivenUpAsync(TaskLease lease, string reason, CancellationToken cancellationToken) =>
        units.RunAsync(
            lease,
            "givenUp",
            (file, _) =>
            {
                file.Task.Failure = reason;
                return Go(TaskMove.GiveUp);
            },
            cancellationToken);

    /// <summary>
    /// The share of a source that was not reached while planning, or of which something may go since a blocker was lifted; it
    /// is carried out at once.
    /// </summary>
    public Task PlannedAsync(
        TaskLease lease,
        IReadOnlyList<SubjectIdentity> identities,
        IReadOnlyList<PlannedItem> share,
        IReadOnlyList<ErasureBlocker> blockers,
        CancellationToken cancellationToken) =>
        units.RunAsync(
            lease,
            "planned",
            async (file, ct) =>
            {
                await ReplaceShareAsync(file, identities, share, blockers, ct);
                return null;
            },
            cancellationToken);

    /// <summary>What would be done was not approved: nothing is done, and the new plan waits for approval.</summary>
    public Task NotApprovedAsync(
        TaskLease lease,
        IReadOnlyList<SubjectIdentity> identities,
        IReadOnlyList<PlannedItem> share,
        IReadOnlyList<ErasureBlocker> blockers,
        IReadOnlyList<string> differences,
        CancellationToken cancellationToken) =>
        units.RunAsync(
            lease,
            "approvalNeeded",
            async (file, ct) =>
            {
                await ReplaceShareAsync(file, identities, share, blockers, ct);
                if (!RequestSettlement.IsStopped(file.Request))
                {
                    (file.Request.Status, file.Request.Reason) = (RequestStatus.AwaitingApproval, string.Join(' ', differences));
                }

                return TaskMove.Wait(WaitingCause.Approval, null);
            },
            cancellationToken);

    private void Apply(TaskFile file, PersonKey key, Source source, TaskItemRow row, WriteItem answer, DateTimeOffset at)
    {
        var delay = source.Describe(SourceWrites.AbilityFor(file.Request.Kind), row.RecordType)?.Delay ?? TimeSpan.Zero;
        var now = clock.GetUtcNow();
        WriteOutcome.Apply(row, answer, file.Request.Kind, at, now + delay, now + options.PendingPoll, token => RequestVault.Seal(
            key, TaskItemRow.TokenField, TaskOpener.PlaceOf(file.Task, row.Ordinal), token, RequestJson.Default.String));
    }

    private async Task ReplaceShareAsync(
        TaskFile file,
        IReadOnlyList<SubjectIdentity> identities,
        IReadOnlyList<PlannedItem> share,
        IReadOnlyList<ErasureBlocker> blockers,
        CancellationToken cancellationToken)
    {
        using var key = await OpenAsync(file, cancellationToken);
        file.Task.Identities = RequestVault.Seal(
            key, TaskRow.IdentitiesField, TaskOpener.PlaceOf(file.Task), identities, RequestJson.Default.IReadOnlyListSubjectIdentity);
        var kept = file.Items.Where(item => item.Outcome is not null).ToList();
        var keptTargets = kept.Select(item => TargetOf(key, file.Task, item)).ToHashSet();
        file.Db.TaskItems.RemoveRange(file.Items.Except(kept));
        var ordinal = file.Items.Select(item => item.Ordinal).DefaultIfEmpty(-1).Max();
        file.Db.TaskItems.AddRange(
            share.Where(item => !keptTargets.Contains(item.Target)).Select(item => SealedItem.Of(key, file.Task, ++ordinal, item)));
        file.Task.Unplanned = false;

        var plan = JsonSerializer.Deserialize(file.Request.Plan, RequestJson.Default.Plan)!;
        var revised = PlanRevision.Of(plan, file.Task.Source, share, blockers);
        file.Request.Plan = JsonSerializer.Serialize(revised, RequestJson.Default.Plan);
        file.Request.PlanHash = revised.Hash;
    }

    private static Task<TaskMove?> Go(TaskMove move) => Task.FromResult<TaskMove?>(move);

    private static RecordTarget TargetOf(PersonKey key, TaskRow task, TaskItemRow item) => new(
        item.RecordType,
        RequestVault.Open(key, TaskItemRow.RecordKeyField, TaskOpener.PlaceOf(task, item.Ordinal), item.RecordKey, RequestJson.Default.String) ?? "",
        item.Field);

    private async Task<PersonKey> OpenAsync(TaskFile file, CancellationToken cancellationToken) =>
        await vault.OpenAsync(file.Db, file.Request, cancellationToken) ?? throw new LeaseLostException(file.Task.Id);
}
