namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Runs sources' due tasks. The task table is the truth; a wake-up that is lost costs time, never a task.</summary>
public interface IFulfillmentEngine
{
    /// <summary>Has a source's due tasks run now; to be called after the tasks are committed.</summary>
    Task WakeAsync(string register, string source, CancellationToken cancellationToken);

    /// <summary>Has a source's due tasks run at a moment.</summary>
    Task WakeAtAsync(string register, string source, DateTimeOffset at, CancellationToken cancellationToken);
}
