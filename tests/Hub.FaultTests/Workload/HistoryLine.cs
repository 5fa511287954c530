namespace PersonalDataHub.Hub.FaultTests.Workload;

/// <summary>Something that happened to a request as its client saw it, or a fault.</summary>
/// <param name="At">When.</param>
/// <param name="Event">One of <see cref="HistoryEvent"/>.</param>
/// <param name="Request">The request; null for a fault.</param>
/// <param name="Said">The request's id, why it was refused, how there was no answer, or which fault.</param>
internal sealed record HistoryLine(DateTimeOffset At, HistoryEvent Event, AskedRequest? Request, string Said);

/// <summary>What happened.</summary>
internal enum HistoryEvent
{
    /// <summary>It was sent; it may have arrived.</summary>
    Sent,

    /// <summary>The hub took it, and gave its id.</summary>
    Accepted,

    /// <summary>The hub refused it.</summary>
    Refused,

    /// <summary>No answer came, or one that says that there is none now.</summary>
    Unanswered,

    /// <summary>A fault was injected.</summary>
    Fault,
}
