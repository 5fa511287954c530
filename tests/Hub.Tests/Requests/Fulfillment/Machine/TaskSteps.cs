using FsCheck;
using FsCheck.Fluent;

namespace PersonalDataHub.Hub.Tests.Requests.Fulfillment.Machine;

/// <summary>Random courses of tasks, and how a failing one is made smaller.</summary>
internal static class TaskSteps
{
    // Workers work most of the time; what people and clocks do falls in between.
    private static readonly Gen<TaskAct> acts = Gen.Frequency(
        (6, Gen.Constant(TaskAct.Claim)),
        (6, Gen.Constant(TaskAct.Tell)),
        (5, Gen.Constant(TaskAct.ReadBack)),
        (2, Gen.Constant(TaskAct.Lie)),
        (2, Gen.Constant(TaskAct.Rest)),
        (3, Gen.Constant(TaskAct.Pass)),
        (11, Gen.Elements(
            TaskAct.Fail, TaskAct.GiveUp, TaskAct.Differ, TaskAct.Approve, TaskAct.Skip, TaskAct.Retry, TaskAct.Complete, TaskAct.Lift,
            TaskAct.Restart)),
        (1, Gen.Constant(TaskAct.Withdraw)));

    public static Arbitrary<TaskStep[]> Arbitrary(int longest) => Arb.From(
        from length in Gen.Choose(1, longest)
        from steps in Gen.ArrayOf(
            from act in acts
            from who in Gen.Choose(0, 41)
            from what in Gen.Choose(0, 8)
            select new TaskStep(act, who, what), length)
        select steps,
        Smaller);

    // Halves first, then one by one: what is left is what is needed.
    private static IEnumerable<TaskStep[]> Smaller(TaskStep[] steps)
    {
        for (var size = steps.Length / 2; size > 0; size /= 2)
        {
            for (var start = 0; start < steps.Length; start += size)
            {
                yield return [.. steps.Take(start), .. steps.Skip(start + size)];
            }
        }
    }
}
