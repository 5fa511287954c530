namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Something that happened to a task, as the audit trail has it.</summary>
/// <param name="At">When.</param>
/// <param name="Actor">Who: a person's name, or the hub.</param>
/// <param name="Operation">What was done.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Standing">How the task stood afterwards: its state and, while it waited, the cause.</param>
public sealed record TaskEvent(DateTimeOffset At, string Actor, string Operation, string Outcome, string Standing);
