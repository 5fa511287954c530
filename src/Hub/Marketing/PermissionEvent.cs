namespace PersonalDataHub.Hub.Marketing;

/// <summary>One decision of a person about the use of the person's data, as it was recorded.</summary>
public sealed record PermissionEvent
{
    /// <summary>Its id; null where a source keeps it and not the hub.</summary>
    public Guid? Id { get; init; }

    /// <summary>Own use or disclosure.</summary>
    public required PermissionUse Use { get; init; }

    /// <summary>The id of the purpose.</summary>
    public required string Purpose { get; init; }

    /// <summary>The id of the channel; null for all of them, or where there is none.</summary>
    public string? Channel { get; init; }

    /// <summary>What was decided.</summary>
    public required PermissionDecision Decision { get; init; }

    /// <summary>From when it holds.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The way in which it came, such as <c>service-point</c>; null where a source does not say.</summary>
    public string? Intake { get; init; }

    /// <summary>The source that keeps it; null where the hub does.</summary>
    public string? Source { get; init; }

    /// <summary>The version of the text that the person was shown; null where none is known.</summary>
    public string? TextVersion { get; init; }

    /// <summary>The version of the register's policy in force when it was recorded; null where a source keeps it.</summary>
    public string? PackVersion { get; init; }

    /// <summary>The version of the notice in force then.</summary>
    public string? Notice { get; init; }

    /// <summary>Who recorded it; null where a source keeps it.</summary>
    public string? RecordedBy { get; init; }
}
