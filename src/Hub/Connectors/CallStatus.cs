namespace PersonalDataHub.Hub.Connectors;

/// <summary>How a call of a source ended.</summary>
public enum CallStatus
{
    /// <summary>The source answered.</summary>
    Answered,

    /// <summary>The source did not answer in time.</summary>
    TimedOut,

    /// <summary>The source failed, or its breaker is open.</summary>
    Failed,

    /// <summary>The source is disabled or quarantined and was not called.</summary>
    Disabled,
}
