namespace PersonalDataHub.Hub.Registrants;

/// <summary>A person decided that an identity is not this registrant's; every search respects it until it is lifted.</summary>
public sealed record KnownSeparation
{
    /// <summary>Names the decision, for lifting it.</summary>
    public required Guid Id { get; init; }

    /// <summary>The kind of the identity that is somebody else's.</summary>
    public required string Kind { get; init; }

    /// <summary>Who issued that identity; null for kinds without issuer.</summary>
    public string? Issuer { get; init; }

    /// <summary>Who decided.</summary>
    public required string DecidedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>Why, in the words of who decided.</summary>
    public string? Reason { get; init; }
}
