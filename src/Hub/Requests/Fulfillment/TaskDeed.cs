using PersonalDataHub.Hub.Authorization;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Why a task is changed, as the audit trail has it.</summary>
/// <param name="Operation">What is done.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="By">Who decided; null for the hub itself.</param>
internal sealed record TaskDeed(string Operation, string Outcome, Caller? By = null)
{
    /// <summary>What a worker does.</summary>
    public static TaskDeed Work(string outcome) => new("fulfillTask", outcome);
}
