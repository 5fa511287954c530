using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Requests.Fulfillment;

namespace PersonalDataHub.Hub.Tests.Requests.Fulfillment.Machine;

/// <summary>Whatever happens to tasks in whatever order, some things always hold; and the tests notice when they do not.</summary>
public sealed class TaskMachineTests
{
    private const int Courses = 200;
    private const int Longest = 40;

    [Fact]
    public async Task Tasks_Should_KeepToTheirTable_When_AnythingHappensInAnyOrder()
    {
        var (machine, witness) = await RunAsync(_ => Task.CompletedTask);

        machine.Fault.ShouldBeEmpty(string.Join(", ", machine.Broken ?? []));
        witness.Untried.ShouldBeEmpty();
    }

    [Fact]
    public async Task Tasks_Should_BeBrokenByALateWriter_When_TheFenceIsOff()
    {
        var (machine, _) = await RunAsync(_ => Task.CompletedTask, (nameof(FulfillmentOptions.Fencing), "false"));

        machine.Fault.ShouldNotBeEmpty();
        machine.Broken.ShouldNotBeNull().Length.ShouldBeLessThanOrEqualTo(6, $"{machine.Fault}: {string.Join(", ", machine.Broken!)}");
    }

    [Fact]
    public async Task Tasks_Should_BeFoundUnaudited_When_AnEntryIsLost()
    {
        var (machine, _) = await RunAsync(room => room.LookAsync(db => db.Database.ExecuteSqlRawAsync(
            """
            CREATE TRIGGER "Loses" AFTER INSERT ON "AuditEntries" WHEN NEW."Outcome" = 'givenUp' BEGIN
                DELETE FROM "AuditEntries" WHERE "Sequence" = NEW."Sequence";
            END
            """)));

        machine.Fault.ShouldContain("the trail tells");
        machine.Broken.ShouldNotBeNull().Select(step => step.Act).ShouldBe([TaskAct.Claim, TaskAct.GiveUp]);
    }

    private static async Task<(TaskMachine Machine, TaskWitness Witness)> RunAsync(
        Func<FulfillmentRoom, Task> spoil, params (string Option, string Value)[] options)
    {
        await using var room = await FulfillmentRoom.CreateAsync(options: options);
        var witness = new TaskWitness(room);
        await witness.WatchAsync();
        await spoil(room);
        var machine = new TaskMachine(room, witness);
        Prop.ForAll(TaskSteps.Arbitrary(Longest), machine.HoldsAsync)
            .Check(Config.Quick.WithMaxTest(Courses).WithReplay(20261121, 7).WithQuietOnSuccess(true));
        return (machine, witness);
    }
}
