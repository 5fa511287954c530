namespace PersonalDataHub.FaultSource;

/// <summary>One line of a source's ledger: a call, and for a change what it did.</summary>
/// <param name="At">When.</param>
/// <param name="Task">The hub's task; null for reading.</param>
/// <param name="Fence">Its attempt.</param>
/// <param name="Operation">What was asked.</param>
/// <param name="Number">Whose account.</param>
/// <param name="Effect">Whether the account was changed.</param>
/// <param name="Said">What was answered, or how the call failed.</param>
/// <param name="After">The account after the change; null when it is gone or nothing was changed.</param>
internal sealed record LedgerLine(
    DateTimeOffset At, Guid? Task, long? Fence, string Operation, string Number, bool Effect, string Said, Account? After);
