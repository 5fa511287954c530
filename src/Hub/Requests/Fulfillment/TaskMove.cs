namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Where a task is to go.</summary>
/// <param name="To">How it is to stand.</param>
/// <param name="Until">Until when it waits, where that is known.</param>
/// <param name="DueAt">When it is run next by itself; null for not by itself.</param>
internal sealed record TaskMove(TaskStanding To, DateTimeOffset? Until = null, DateTimeOffset? DueAt = null)
{
    /// <summary>Every item has its outcome.</summary>
    public static TaskMove End { get; } = new(new TaskStanding(TaskState.Final));

    /// <summary>Given up: a person decides.</summary>
    public static TaskMove GiveUp { get; } = new(new TaskStanding(TaskState.DeadLetter));

    /// <summary>Waits; by itself where there is a moment at which it goes on.</summary>
    public static TaskMove Wait(WaitingCause cause, DateTimeOffset? until) => new(new(TaskState.Waiting, cause), until, until);

    /// <summary>To be carried out (again).</summary>
    /// <param name="dueAt">When; null when its turn comes after others.</param>
    public static TaskMove Accept(DateTimeOffset? dueAt) => new(new(TaskState.Accepted), null, dueAt);
}
