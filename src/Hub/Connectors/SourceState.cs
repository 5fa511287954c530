namespace PersonalDataHub.Hub.Connectors;

/// <summary>Whether a source can be asked.</summary>
public enum SourceState
{
    /// <summary>It can.</summary>
    Active,

    /// <summary>Its configuration says <c>enabled: false</c>.</summary>
    Disabled,

    /// <summary>Its configuration or its plugin is at fault; the reason says how.</summary>
    Quarantined,
}
