namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>How a task stands.</summary>
public enum TaskState
{
    /// <summary>Planned; not begun.</summary>
    Accepted,

    /// <summary>A worker holds it.</summary>
    Executing,

    /// <summary>Waits for its cause.</summary>
    Waiting,

    /// <summary>Every item has its outcome.</summary>
    Final,

    /// <summary>Given up after repeated failure; a person can try again, skip or complete it.</summary>
    DeadLetter,
}
