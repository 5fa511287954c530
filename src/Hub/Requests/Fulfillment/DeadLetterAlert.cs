using System.Diagnostics.Metrics;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Tells operators that a task was given up, at the moment of the commit: in the log and as a metric.</summary>
/// <remarks>Names the task, its register and source; never a person.</remarks>
internal sealed partial class DeadLetterAlert(IMeterFactory meters, ILogger<DeadLetterAlert> log)
{
    /// <summary>The meter's name.</summary>
    public const string Meter = "PersonalDataHub.Hub.Fulfillment";

    private readonly Counter<long> given = meters.Create(Meter).CreateCounter<long>(
        "hub.fulfillment.dead_letters", unit: "{task}", description: "Tasks that were given up and wait for a person.");

    /// <summary>To be called after the commit.</summary>
    public void Raise(string register, string source, Guid task)
    {
        given.Add(1, new KeyValuePair<string, object?>("register", register), new KeyValuePair<string, object?>("source", source));
        LogGivenUp(log, task, register, source);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Task {Task} at {Register}/{Source} was given up; somebody retries, skips or completes it. Look at 'deadLetters'.")]
    private static partial void LogGivenUp(ILogger log, Guid task, string register, string source);
}
