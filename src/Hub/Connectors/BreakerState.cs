namespace PersonalDataHub.Hub.Connectors;

/// <summary>How a source's circuit breaker stands.</summary>
public enum BreakerState
{
    /// <summary>Calls go through.</summary>
    Closed,

    /// <summary>One call is let through to find out whether the source is well again.</summary>
    HalfOpen,

    /// <summary>Calls fail at once.</summary>
    Open,
}
