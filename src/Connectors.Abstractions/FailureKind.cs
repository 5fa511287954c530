namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>Who can mend a failure.</summary>
public enum FailureKind
{
    /// <summary>Time: the source is down, busy or out of reach. Trying again may work.</summary>
    Transient,

    /// <summary>The operator: a wrong path, a missing table, a refused password.</summary>
    Configuration,

    /// <summary>The connector's author: it did what its contract does not allow.</summary>
    System,
}
