using PersonalDataHub.Hub.Marketing;

namespace PersonalDataHub.Hub.Persistence.Rows;

/// <summary>One decision of a person about the use of the person's data. Appended, never changed.</summary>
internal sealed class PermissionRow
{
    public long Key { get; init; }

    public required Guid Id { get; init; }

    public required string Register { get; init; }

    public required Guid RegistrantId { get; init; }

    public required PermissionUse Use { get; init; }

    /// <summary>The id of the purpose.</summary>
    public required string Purpose { get; init; }

    /// <summary>The id of the channel; null for all of them, or where there is none.</summary>
    public string? Channel { get; init; }

    public required PermissionDecision Decision { get; init; }

    /// <summary>From when it holds.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The way in which it came, such as <c>service-point</c>.</summary>
    public required string Intake { get; init; }

    /// <summary>The version of the text that the person was shown.</summary>
    public string? TextVersion { get; init; }

    /// <summary>The pack in force when it was recorded.</summary>
    public required string PackVersion { get; init; }

    /// <summary>The notice in force then.</summary>
    public string? Notice { get; init; }

    public required string RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}
