using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Keeps a request in step with its tasks: releases what waits its turn, tells how it stands, ends it.</summary>
/// <remarks>All of it within a unit of the write gate, with a request that the unit tracks.</remarks>
internal sealed class RequestSettlement(RequestEnding ending, RequestStopping stopping, BulkPace pace, TaskCourse course, TimeProvider clock)
{
    /// <summary>Begins a request whose plan was approved: its first tasks become due. Also after an approval anew.</summary>
    /// <returns>The sources to wake after the commit.</returns>
    public async Task<IReadOnlyList<(string Register, string Source)>> StartAsync(
        HubDbContext db, RequestRow request, CancellationToken cancellationToken)
    {
        var tasks = await TasksOfAsync(db, request, cancellationToken);
        foreach (var task in tasks.Where(task => task is { State: TaskState.Waiting, WaitingCause: WaitingCause.Approval }))
        {
            task.Failure = null;
            var items = await db.TaskItems.Where(item => item.TaskKey == task.Key).ToListAsync(cancellationToken);
            await course.MoveAsync(new(db, request, task, items), TaskMove.Accept(null), TaskDeed.Work("approved"), cancellationToken);
        }

        request.Status = RequestStatus.Running;
        request.StartedAt ??= clock.GetUtcNow();
        (request.Reason, request.StoppedAt) = (null, null);
        return await SettleAsync(db, request, cancellationToken);
    }

    /// <summary>To be called after any change of tasks.</summary>
    /// <returns>The sources to wake after the commit.</returns>
    public async Task<IReadOnlyList<(string Register, string Source)>> SettleAsync(
        HubDbContext db, RequestRow request, CancellationToken cancellationToken)
    {
        if (request.EndedAt is not null || request.Status == RequestStatus.Undecided)
        {
            return [];
        }

        // What the unit has changed so far must be seen by the statements that follow.
        await db.SaveChangesAsync(cancellationToken);
        if (IsStopped(request))
        {
            // A worker may have held a task when the others were stopped; what it left undone stays so.
            await stopping.StopAsync(db, request, ReasonOf(request), cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        var tasks = await TasksOfAsync(db, request, cancellationToken);
        if (IsSeparated(request))
        {
            request.Status = RequestStatus.NeedsPerson;
            return [];
        }

        if (tasks.TrueForAll(TaskRest.IsThrough))
        {
            await ending.EndAsync(db, request, tasks, cancellationToken);
            return [];
        }

        if (IsStopped(request))
        {
            return [];
        }

        if (tasks.Exists(task => task is { State: TaskState.Waiting, WaitingCause: WaitingCause.Approval }))
        {
            request.Status = RequestStatus.AwaitingApproval;
        }

        if (request.Status == RequestStatus.AwaitingApproval)
        {
            return [];
        }

        var released = await ReleaseAsync(db, request, tasks, cancellationToken);
        request.Status = tasks.Exists(RunsByItself) ? RequestStatus.Running : RequestStatus.NeedsPerson;
        return released;
    }

    /// <summary>Whether nothing of it is to be begun any more.</summary>
    public static bool IsStopped(RequestRow request) =>
        request.Status is RequestStatus.Withdrawn or RequestStatus.Refused || IsSeparated(request);

    private static bool IsSeparated(RequestRow request) => request is { StoppedAt: not null, Status: not RequestStatus.Withdrawn };

    private static string ReasonOf(RequestRow request) =>
        IsSeparated(request) ? RequestStopping.Separated : request.Reason ?? "The request was stopped.";

    private static Task<List<TaskRow>> TasksOfAsync(HubDbContext db, RequestRow request, CancellationToken cancellationToken) =>
        db.Tasks.Where(task => task.RequestKey == request.Key).OrderBy(task => task.Key).ToListAsync(cancellationToken);

    private static bool RunsByItself(TaskRow task) => task switch
    {
        { State: TaskState.Executing } => true,
        { State: TaskState.Accepted } => task.DueAt is not null,
        { State: TaskState.Waiting } => task.WaitingCause is WaitingCause.SourceDown or WaitingCause.SourceDelay,
        _ => false,
    };

    private async Task<IReadOnlyList<(string Register, string Source)>> ReleaseAsync(
        HubDbContext db, RequestRow request, List<TaskRow> tasks, CancellationToken cancellationToken)
    {
        var unfinished = tasks.Where(task => !TaskRest.IsThrough(task)).Select(task => task.Source).ToHashSet(StringComparer.Ordinal);
        var released = new List<(string, string)>();
        foreach (var task in tasks.Where(task => task is { State: TaskState.Accepted, DueAt: null }))
        {
            // What an upstream source holds would overwrite this one, so that one ends first.
            if (!task.After.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(unfinished.Contains))
            {
                task.DueAt = await pace.NextAsync(db, request, task.Source, cancellationToken);
                released.Add((task.Register, task.Source));
            }
        }

        return released;
    }
}
