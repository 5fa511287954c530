using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Requests.Fulfillment;

namespace PersonalDataHub.Hub.Tests.Requests.Fulfillment.Machine;

/// <summary>Sees every change of tasks in the database itself, by triggers, and holds it against what must always hold.</summary>
internal sealed class TaskWitness(FulfillmentRoom room)
{
    // A small table of its own: what the hub says is allowed is not asked.
    private static readonly HashSet<(TaskState, TaskState)> moves =
    [
        (TaskState.Accepted, TaskState.Executing), (TaskState.Accepted, TaskState.Final), (TaskState.Executing, TaskState.Executing),
        (TaskState.Executing, TaskState.Waiting), (TaskState.Executing, TaskState.Final), (TaskState.Executing, TaskState.DeadLetter),
        (TaskState.Waiting, TaskState.Executing), (TaskState.Waiting, TaskState.Accepted), (TaskState.Waiting, TaskState.Final),
        (TaskState.DeadLetter, TaskState.Accepted), (TaskState.DeadLetter, TaskState.Final),
    ];

    private readonly HashSet<(TaskState, TaskState)> made = [];
    private long seen;

    /// <summary>The moves that no course has made: what is not tried is not tested.</summary>
    public IEnumerable<(TaskState From, TaskState To)> Untried => moves.Except(made);

    /// <summary>Begins to watch.</summary>
    public Task WatchAsync() => room.LookAsync(db => db.Database.ExecuteSqlRawAsync(
        """
        CREATE TABLE "Witness" (
            "Id" INTEGER PRIMARY KEY, "Task" INTEGER, "Was" INTEGER, "Now" INTEGER, "Cause" INTEGER, "FenceWas" INTEGER, "FenceNow" INTEGER);
        CREATE TABLE "WitnessedItems" ("Id" INTEGER PRIMARY KEY, "Task" INTEGER, "Was" INTEGER);
        CREATE TRIGGER "WitnessTask" AFTER UPDATE OF "State", "WaitingCause", "Fence" ON "FulfillmentTasks" BEGIN
            INSERT INTO "Witness" ("Task", "Was", "Now", "Cause", "FenceWas", "FenceNow")
            VALUES (NEW."Key", OLD."State", NEW."State", NEW."WaitingCause", OLD."Fence", NEW."Fence");
        END;
        CREATE TRIGGER "WitnessErased" AFTER UPDATE OF "Outcome" ON "TaskItems" WHEN OLD."Outcome" = 0 AND NEW."Outcome" IS NOT 0 BEGIN
            INSERT INTO "WitnessedItems" ("Task", "Was") VALUES (NEW."TaskKey", OLD."Outcome");
        END;
        """));

    /// <summary>What is wrong after a step; nothing when all holds.</summary>
    public Task<IReadOnlyList<string>> FaultsAsync(long request) => room.LookAsync(db => FaultsAsync(db, request));

    private async Task<IReadOnlyList<string>> FaultsAsync(HubDbContext db, long key)
    {
        var faults = new List<string>();
        var request = await db.Requests.AsNoTracking().SingleAsync(row => row.Key == key);
        var tasks = await db.Tasks.AsNoTracking().Where(task => task.RequestKey == key).ToListAsync();
        var rows = await db.Database.SqlQueryRaw<Witnessed>("""SELECT * FROM "Witness" ORDER BY "Id" """).ToListAsync();
        foreach (var row in rows.Where(row => row.Id > seen))
        {
            made.Add((row.Was, row.Now));
            Check(faults, row.Was == row.Now || moves.Contains((row.Was, row.Now)), $"task {row.Task} went from {row.Was} to {row.Now}");
            Check(faults, row.Was != TaskState.Final || row.Now == TaskState.Final, $"task {row.Task} was final and changed");
            Check(faults, row.FenceNow >= row.FenceWas, $"the fence of task {row.Task} fell");
        }

        seen = rows.Count == 0 ? seen : rows[^1].Id;
        var back = await db.Database.SqlQueryRaw<long>("""SELECT count(*) AS "Value" FROM "WitnessedItems" """).SingleAsync();
        Check(faults, back == 0, "what was verified went back");
        var audit = await db.Audit.AsNoTracking().Where(row => row.RequestId == request.Id.ToString()).OrderBy(row => row.Sequence).ToListAsync();
        foreach (var task in tasks)
        {
            CheckAudit(faults, task, rows.Where(row => row.Task == task.Key), audit);
        }

        var through = tasks.TrueForAll(task => task.State == TaskState.Final || task is { State: TaskState.Waiting, WaitingCause: WaitingCause.Blocker });
        Check(faults, request.EndedAt is null || through, "the request has ended with tasks that have not");
        Check(faults, request.EndedAt is not null || !through, "every task is through and the request has not ended");
        Check(
            faults,
            request.EndedAt is not null || tasks.Exists(task => task is { State: TaskState.Executing } or { State: TaskState.DeadLetter }
                or { DueAt: not null } or { State: TaskState.Waiting, WaitingCause: WaitingCause.Person or WaitingCause.Approval }),
            "nothing is due, held or waited for, and the request has not ended");
        return faults;
    }

    // Each change of standing has one entry, and no entry tells of one that was not.
    private static void CheckAudit(List<string> faults, TaskRow task, IEnumerable<Witnessed> changes, List<AuditRow> audit)
    {
        var stood = new List<string> { "Accepted" };
        stood.AddRange(changes.Where(row => row.Now != TaskState.Executing)
            .Select(row => row.Now == TaskState.Waiting ? $"Waiting:{row.Cause}" : row.Now.ToString()));
        var told = new List<string> { "Accepted" };
        foreach (var entry in audit.Where(entry => entry.Operation is "fulfillTask" or "completeTask" or "retryTask" or "skipTask"))
        {
            var status = JsonDocument.Parse(entry.Sources).RootElement.EnumerateArray()
                .Where(source => source.GetProperty("source").GetString() == task.Source)
                .Select(source => source.GetProperty("status").GetString()!).SingleOrDefault();
            if (status is null)
            {
                continue;
            }

            Check(faults, status != told[^1] || entry.Outcome == "readBack", $"a second entry '{entry.Outcome}' of task {task.Key} at {status}");
            told.Add(status);
        }

        told.RemoveAll(status => status.StartsWith("Executing", StringComparison.Ordinal));
        var (changed, entered) = (string.Join(' ', Collapsed(stood)), string.Join(' ', Collapsed(told)));
        Check(faults, changed == entered, $"task {task.Key} went {changed}, the trail tells {entered}");
    }

    private static IEnumerable<string> Collapsed(List<string> standings) =>
        standings.Where((standing, place) => place == 0 || standings[place - 1] != standing);

    private static void Check(List<string> faults, bool holds, string otherwise)
    {
        if (!holds)
        {
            faults.Add(otherwise);
        }
    }

    private sealed record Witnessed(long Id, long Task, TaskState Was, TaskState Now, WaitingCause? Cause, long FenceWas, long FenceNow);
}
