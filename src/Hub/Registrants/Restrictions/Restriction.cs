namespace PersonalDataHub.Hub.Registrants.Restrictions;

/// <summary>A restriction in force on a registrant's data (GDPR Art. 18).</summary>
public sealed record Restriction
{
    /// <summary>Why.</summary>
    public required RestrictionGround Ground { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>How much it covers.</summary>
    public required RestrictionScope Scope { get; init; }

    /// <summary>The data category that it covers; null unless it covers one.</summary>
    public string? Category { get; init; }

    /// <summary>The id of the request that restricted.</summary>
    public required Guid Request { get; init; }

    /// <summary>A keyed hash of the record or field that it covers; null unless it covers one.</summary>
    internal byte[]? Target { get; init; }
}
