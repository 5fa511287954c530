namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>A task was to go where it may not: a fault of the hub's own. The unit is undone.</summary>
internal sealed class IllegalTaskMoveException(Guid task, TaskStanding from, TaskStanding to)
    : InvalidOperationException($"Task {task} stands at {from} and may not go to {to}.");
