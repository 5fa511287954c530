namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Somebody else holds the task by now, or it was stopped: what came too late changes nothing.</summary>
internal sealed class LeaseLostException(Guid task) : Exception($"Task {task} is no longer held by this worker.");
