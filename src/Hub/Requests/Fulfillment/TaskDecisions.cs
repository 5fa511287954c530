using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>What a data protection officer decides about a task that does not go on by itself.</summary>
public sealed class TaskDecisions
{
    private const int LongestText = 4000;
    private const int LongestName = 200;

    private readonly TaskDesk desk;
    private readonly HandVerification verification;
    private readonly DecisionKeys keys;
    private readonly TimeProvider clock;

    internal TaskDecisions(TaskDesk desk, HandVerification verification, DecisionKeys keys, TimeProvider clock) =>
        (this.desk, this.verification, this.keys, this.clock) = (desk, verification, keys, clock);

    /// <summary>
    /// Says that what the task asks was done by hand. The source is read: what it shows done is verified, what it cannot
    /// show counts by the evidence.
    /// </summary>
    /// <param name="task">The task's id; it waits for a person or its source, or was given up.</param>
    /// <param name="evidence">What shows that it was done; kept encrypted.</param>
    /// <param name="clientRequestKey">The same again under the same key changes nothing and returns the same; null for none.</param>
    /// <param name="caller">Who says so.</param>
    /// <param name="cancellationToken">Cancelled when the caller is gone.</param>
    /// <returns>The request's id.</returns>
    /// <exception cref="RequestException">
    /// There is no such task, it does not wait for anybody, or its source still shows what was to be changed.
    /// </exception>
    public Task<Guid> CompleteAsync(Guid task, string evidence, string? clientRequestKey, Caller caller, CancellationToken cancellationToken)
    {
        var decision = new Decision("completeTask", clientRequestKey, [task.ToString(), evidence]);
        return keys.OnceAsync(decision, caller, () => CompleteOnceAsync(decision, task, evidence, caller, cancellationToken), cancellationToken);
    }

    /// <summary>Says who is to do by hand what the task asks. It stays open until somebody completes or skips it.</summary>
    /// <param name="task">The task's id; it waits for a person or its source, or was given up.</param>
    /// <param name="to">Who: 1 to 200 characters; null for nobody any more.</param>
    /// <param name="clientRequestKey">The same again under the same key changes nothing and returns the same; null for none.</param>
    /// <param name="caller">Who says so.</param>
    /// <param name="cancellationToken">Cancelled when the caller is gone.</param>
    /// <returns>The request's id.</returns>
    /// <exception cref="RequestException">There is no such task, or it does not wait for anybody.</exception>
    public Task<Guid> AssignAsync(Guid task, string? to, string? clientRequestKey, Caller caller, CancellationToken cancellationToken)
    {
        var decision = new Decision("assignTask", clientRequestKey, [task.ToString(), to]);
        return keys.OnceAsync(decision, caller, () => AssignOnceAsync(decision, task, to, caller, cancellationToken), cancellationToken);
    }

    /// <summary>Has the task tried again, now.</summary>
    /// <param name="task">The task's id; it was given up, met a conflict, or waits for its source.</param>
    /// <param name="clientRequestKey">The same again under the same key changes nothing and returns the same; null for none.</param>
    /// <param name="caller">Who decides.</param>
    /// <param name="cancellationToken">Cancelled when the caller is gone.</param>
    /// <returns>The request's id.</returns>
    /// <exception cref="RequestException">There is no such task, or nothing of it can be tried again.</exception>
    public Task<Guid> RetryAsync(Guid task, string? clientRequestKey, Caller caller, CancellationToken cancellationToken)
    {
        var decision = new Decision("retryTask", clientRequestKey, [task.ToString()]);
        return keys.OnceAsync(decision, caller, () => RetryOnceAsync(decision, task, caller, cancellationToken), cancellationToken);
    }

    /// <summary>Leaves undone what the task has not done, with the ground.</summary>
    /// <param name="task">The task's id; it waits for a person or its source, or was given up.</param>
    /// <param name="ground">Why; no personal data, it is shown.</param>
    /// <param name="clientRequestKey">The same again under the same key changes nothing and returns the same; null for none.</param>
    /// <param name="caller">Who decides.</param>
    /// <param name="cancellationToken">Cancelled when the caller is gone.</param>
    /// <returns>The request's id.</returns>
    /// <exception cref="RequestException">There is no such task, or it does not wait for anybody.</exception>
    public Task<Guid> SkipAsync(Guid task, string ground, string? clientRequestKey, Caller caller, CancellationToken cancellationToken)
    {
        var decision = new Decision("skipTask", clientRequestKey, [task.ToString(), ground]);
        return keys.OnceAsync(decision, caller, () => SkipOnceAsync(decision, task, ground, caller, cancellationToken), cancellationToken);
    }

    private async Task<Guid> CompleteOnceAsync(Decision decision, Guid task, string evidence, Caller caller, CancellationToken cancellationToken)
    {
        CheckText(evidence, "evidence");
        var found = await desk.FindAsync(task, caller, cancellationToken);
        var proofs = await verification.VerifyAsync(found.Key, cancellationToken);
        return await desk.DecideAsync(
            decision,
            found,
            caller,
            async (file, ct) =>
            {
                foreach (var item in file.Items.Where(IsOpen))
                {
                    item.Outcome = PlannedOutcome.Of(item.Fate)
                        ?? (proofs.GetValueOrDefault(item.Ordinal) == Proof.Done ? Outcome.Verified : Outcome.Applied);
                    item.OutcomeAt = clock.GetUtcNow();
                }

                await desk.SealEvidenceAsync(file, evidence, ct);
                file.Task.CompletedBy = caller.Name;
                return TaskMove.End;
            },
            cancellationToken);
    }

    private async Task<Guid> AssignOnceAsync(Decision decision, Guid task, string? to, Caller caller, CancellationToken cancellationToken)
    {
        if (to is { Length: > LongestName } || (to is not null && string.IsNullOrWhiteSpace(to)))
        {
            throw new RequestException([new(RequestMistakes.Malformed, $"Give who is to do it: 1 to {LongestName} characters.", "to")]);
        }

        var found = await desk.FindAsync(task, caller, cancellationToken);
        return await desk.DecideAsync(
            decision,
            found,
            caller,
            (file, _) =>
            {
                file.Task.AssignedTo = to;
                return Task.FromResult<TaskMove?>(null);
            },
            cancellationToken);
    }

    private async Task<Guid> RetryOnceAsync(Decision decision, Guid task, Caller caller, CancellationToken cancellationToken)
    {
        var found = await desk.FindAsync(task, caller, cancellationToken);
        return await desk.DecideAsync(
            decision,
            found,
            caller,
            (file, _) =>
            {
                var row = file.Task;
                var again = file.Items.Where(item => IsOpen(item) && item.Outcome is not null && CanRetry(row, item)).ToList();
                if (row is { State: TaskState.Waiting, WaitingCause: WaitingCause.Person } && again.Count == 0)
                {
                    throw new RequestException(
                        RequestMistakes.NotWaitingForPerson, "Nothing of this task can be tried again; complete or skip it.");
                }

                again.ForEach(item => (item.Outcome, item.OutcomeAt, item.VerifiableFrom, item.Token) = (null, null, null, null));
                (row.Attempt, row.Strikes, row.Failure) = (0, 0, null);
                return Task.FromResult<TaskMove?>(TaskMove.Accept(clock.GetUtcNow()));
            },
            cancellationToken);
    }

    private async Task<Guid> SkipOnceAsync(Decision decision, Guid task, string ground, Caller caller, CancellationToken cancellationToken)
    {
        CheckText(ground, "ground");
        var found = await desk.FindAsync(task, caller, cancellationToken);
        return await desk.DecideAsync(
            decision,
            found,
            caller,
            (file, _) =>
            {
                foreach (var item in file.Items.Where(IsOpen))
                {
                    item.OutcomeAt = clock.GetUtcNow();
                    if (PlannedOutcome.Of(item.Fate) is { } planned)
                    {
                        item.Outcome = planned;
                        continue;
                    }

                    var cannot = item.Fate is Fate.Unsupported or Fate.Manual || item.Outcome == Outcome.Unsupported;
                    (item.Outcome, item.Reason) = (cannot ? Outcome.Unsupported : Outcome.Refused, ground);
                }

                file.Task.CompletedBy = caller.Name;
                return Task.FromResult<TaskMove?>(TaskMove.End);
            },
            cancellationToken);
    }

    private static bool IsOpen(TaskItemRow item) => item.Outcome is
        null or Outcome.Conflict or Outcome.Failed or Outcome.Unsupported or Outcome.Applied or Outcome.Deferred;

    // A source that said "done" and did nothing is told again; one that waits for its own delay is only read again.
    private static bool CanRetry(TaskRow task, TaskItemRow item) =>
        item.Outcome is Outcome.Conflict or Outcome.Failed || task.State == TaskState.DeadLetter;

    private static void CheckText(string text, string name)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText)
        {
            throw new RequestException([new(RequestMistakes.Malformed, $"Give the {name}: 1 to {LongestText} characters.", name)]);
        }
    }
}
