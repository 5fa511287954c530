using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Fulfillment;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Tests.Requests.Fulfillment.Machine;

/// <summary>Runs courses of one request's three tasks against the real store, by the real services; each course has a request of its own.</summary>
internal sealed class TaskMachine(FulfillmentRoom room, TaskWitness witness)
{
    private static readonly Func<int, WriteItem>[] answers =
    [
        _ => new WriteDone(), _ => new WriteDone(), who => new WritePending($"token {who}", null), _ => new WriteManual("Do it."),
        _ => new WriteConflict("It differs."), _ => new WriteRetained("Law", null, null), _ => new WriteNotHeld(), _ => new WriteUnsupported("It cannot."),
    ];

    private int courses;

    /// <summary>The last course that broke something; null while none has.</summary>
    public TaskStep[]? Broken { get; private set; }

    /// <summary>What it broke.</summary>
    public string Fault { get; private set; } = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>False when the course breaks something.</summary>
    public async Task<bool> HoldsAsync(TaskStep[] steps)
    {
        var course = new Course([$"first-{++courses}", $"second-{courses}", $"third-{courses}"]);
        await room.AcceptAsync(new ErasureContent(new Scope.All(), ErasureGround.NoLongerNecessary), Tasks(course), $"course {courses}");
        course.Request = await room.LookAsync(db => db.Requests.AsNoTracking().OrderByDescending(row => row.Key).FirstAsync());
        try
        {
            foreach (var (place, step) in steps.Index())
            {
                if (await FaultAsync(course, step) is { } fault)
                {
                    (Broken, Fault) = (steps, $"after step {place + 1}, {step}: {fault}");
                    return false;
                }
            }

            return true;
        }
        finally
        {
            // What one course leaves is not to be taken up by the next.
            await room.LookAsync(db => db.Tasks.Where(task => task.RequestKey == course.Request.Key)
                .ExecuteUpdateAsync(set => set.SetProperty(task => task.Register, "over"), Cancellation));
            await room.LookAsync(db => db.Requests.Where(request => request.Key == course.Request.Key)
                .ExecuteUpdateAsync(set => set.SetProperty(request => request.StoppedAt, room.Clock.GetUtcNow()), Cancellation));
        }
    }

    private static PlannedTask[] Tasks(Course course) =>
    [
        Acceptance.Share(
            course.Sources[0],
            Acceptance.Item(Fate.Erase),
            Acceptance.Item(Fate.Erase, Acceptance.SecondAccount),
            Acceptance.Item(Fate.Retain, new("account", "10001-3")) with { Reason = "Open.", Blockers = ["open"] }),
        Acceptance.Share(course.Sources[1], Acceptance.Item(Fate.Erase), Acceptance.Item(Fate.Manual, Acceptance.SecondAccount)) with
        {
            After = [course.Sources[0]],
        },
        Acceptance.Share(course.Sources[2], Acceptance.Item(Fate.Erase)),
    ];

    private async Task<string?> FaultAsync(Course course, TaskStep step)
    {
        var lease = course.Leases.Count == 0 ? null : course.Leases[^(1 + (step.What / 3 % Math.Min(3, course.Leases.Count)))];
        var before = await StandingAsync(course);
        var held = lease is not null && before.Find(task => task.Key == lease.TaskKey) is { State: TaskState.Executing } task
            && (task.Fence, task.LeaseOwner) == (lease.Fence, lease.Owner);
        try
        {
            var worked = await RunAsync(course, step, lease);
            if (worked && !held)
            {
                return $"a worker wrote with fence {lease!.Fence} that does not hold the task";
            }
        }
        catch (LeaseLostException) when (held)
        {
            return "the holder was refused";
        }
        catch (Exception refused) when (refused is LeaseLostException or RequestException)
        {
            if (!(await StandingAsync(course)).Select(Text).SequenceEqual(before.Select(Text)))
            {
                return "what was refused has changed something";
            }
        }
        catch (IllegalTaskMoveException illegal)
        {
            return illegal.Message;
        }

        return await witness.FaultsAsync(course.Request.Key) is { Count: > 0 } faults ? string.Join("; ", faults) : null;
    }

    /// <summary>True when a worker wrote something.</summary>
    private async Task<bool> RunAsync(Course course, TaskStep step, TaskLease? lease)
    {
        var source = course.Sources[step.What % 3];
        switch (step.Act)
        {
            case TaskAct.Claim:
                course.Leases.AddRange(await room.Get<TaskClaims>().ClaimAsync("shop", source, $"worker {step.Who % 2}", 1, Cancellation));
                return false;
            case TaskAct.Approve:
                await room.Get<WriteGate>().WriteAsync((db, ct) => ApproveAsync(db, course, ct), Cancellation);
                return false;
            case TaskAct.Withdraw:
                await room.Get<Withdrawal>().WithdrawAsync(course.Request.Id, "changed mind", undo: false, null, Officer.Caller, Cancellation);
                return false;
            case TaskAct.Lift:
                await room.Get<BlockerChecks>().RunAsync(Cancellation);
                return false;
            case TaskAct.Pass:
                room.Clock.Advance(step.Who % 3 == 0 ? TimeSpan.FromHours(1) : TimeSpan.FromSeconds(31));
                return false;
            case TaskAct.Restart:
                await room.Get<TaskClaims>().ReleaseAllAsync(Cancellation);
                return false;
            case TaskAct.Skip or TaskAct.Retry or TaskAct.Complete:
                await DecideAsync(step.Act, (await StandingAsync(course)).Single(task => task.Source == source).Id);
                return false;
            default:
                return lease is not null && await WorkAsync(step, lease);
        }
    }

    private Task DecideAsync(TaskAct act, Guid task) => act switch
    {
        TaskAct.Skip => room.Get<TaskDecisions>().SkipAsync(task, "ground", null, Officer.Caller, Cancellation),
        TaskAct.Retry => room.Get<TaskDecisions>().RetryAsync(task, null, Officer.Caller, Cancellation),
        _ => room.Get<TaskDecisions>().CompleteAsync(task, "evidence", null, Officer.Caller, Cancellation),
    };

    private async Task<bool> WorkAsync(TaskStep step, TaskLease lease)
    {
        var recorder = room.Get<TaskRecorder>();
        var work = await room.Get<TaskOpener>().OpenAsync(lease.TaskKey, Cancellation);
        var now = room.Clock.GetUtcNow();
        switch (step.Act)
        {
            case TaskAct.Tell when work?.Items.Where(item => item.IsToDo).ToList() is { Count: > 0 } toDo:
                await recorder.ToldAsync(
                    lease, Ledger(), [.. toDo.Select(item => (item, answers[(step.Who + item.Ordinal) % answers.Length](step.Who)))], now, Cancellation);
                return true;
            case TaskAct.ReadBack or TaskAct.Lie when work?.Items.Where(item => item.IsToVerify).ToList() is { Count: > 0 } unread:
                await recorder.ReadBackAsync(
                    lease, unread.ToDictionary(item => item.Ordinal, _ => step.Act == TaskAct.Lie ? Proof.NotDone : Proof.Done), Cancellation);
                return true;
            case TaskAct.Rest:
                await recorder.RestAsync(lease, Cancellation);
                return true;
            case TaskAct.Fail:
                await recorder.FailedAsync(lease, new((FailureKind)(step.Who % 3), "It failed."), Cancellation);
                return true;
            case TaskAct.GiveUp:
                await recorder.GivenUpAsync(lease, "It cannot be done.", Cancellation);
                return true;
            case TaskAct.Differ when work is not null:
                await recorder.NotApprovedAsync(
                    lease, work.Identities, [Acceptance.Item(Fate.Erase, new("account", $"new-{step.Who % 3}"))], [], ["It differs."], Cancellation);
                return true;
            default:
                return false;
        }
    }

    private async Task ApproveAsync(HubDbContext db, Course course, CancellationToken cancellationToken)
    {
        var request = await db.Requests.SingleAsync(row => row.Key == course.Request.Key, cancellationToken);
        if (request.Status == RequestStatus.AwaitingApproval)
        {
            await room.Get<RequestSettlement>().StartAsync(db, request, cancellationToken);
        }
    }

    private Source Ledger() => room.Get<CatalogHolder>().Current.FindSource("shop", "crm")!;

    private Task<List<TaskRow>> StandingAsync(Course course) => room.LookAsync(
        db => db.Tasks.AsNoTracking().Where(task => task.RequestKey == course.Request.Key).OrderBy(task => task.Key).ToListAsync());

    private static string Text(TaskRow task) => $"{TaskStanding.Of(task)} {task.Fence} {task.DueAt:O} {task.Attempt} {task.Strikes} {task.Failure}";

    private sealed record Course(string[] Sources)
    {
        public RequestRow Request { get; set; } = null!;

        public List<TaskLease> Leases { get; } = [];
    }
}
