using System.Text.Json;

namespace PersonalDataHub.Hub.FaultTests.Workload;

/// <summary>A request as the hub shows it.</summary>
internal sealed record ShownRequest(string Id, string Status, IReadOnlyList<ShownTask> Tasks)
{
    public const string Selection = "id status tasks { id source state waitingCause failure behind items { outcome } }";

    /// <summary>Whether the hub has nothing left to do of it by itself.</summary>
    public bool Rests => Status is not ("RUNNING" or "AWAITING_APPROVAL");

    public static ShownRequest Read(JsonElement request) => new(
        request.Text("id")!,
        request.Text("status")!,
        [.. request.Items("tasks").Select(task => new ShownTask(
            task.Text("id")!, task.Text("source")!, task.Text("state")!, task.Text("waitingCause"), task.Text("failure"), task.Texts("items", "outcome"), task.Text("behind")))]);
}

/// <summary>One source's share as the hub shows it.</summary>
internal sealed record ShownTask(
    string Id, string Source, string State, string? Cause, string? Failure, IReadOnlyList<string?> Outcomes, string? Behind = null)
{
    public bool IsVerified => Outcomes.Count > 0 && Outcomes.All(outcome => outcome == "VERIFIED");
}
