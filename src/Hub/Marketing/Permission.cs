using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Marketing;

/// <summary>What holds for one use, purpose and channel of a person's data.</summary>
public sealed record Permission
{
    /// <summary>Own use or disclosure.</summary>
    public required PermissionUse Use { get; init; }

    /// <summary>The id of the purpose.</summary>
    public required string Purpose { get; init; }

    /// <summary>The id of the channel; null where there is none.</summary>
    public string? Channel { get; init; }

    /// <summary>What silence means in the channel; null where there is none.</summary>
    public MarketingRegime? Regime { get; init; }

    /// <summary>Whether it is allowed.</summary>
    public required bool Allowed { get; init; }

    /// <summary>Why.</summary>
    public required ContactReason Reason { get; init; }

    /// <summary>The decision that it rests on; null where silence decides.</summary>
    public PermissionEvent? Decision { get; init; }
}
