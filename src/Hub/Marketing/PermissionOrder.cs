using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.Marketing;

/// <summary>Asks for a person's decision about the use of the person's data to be kept and obeyed.</summary>
public sealed record PermissionOrder
{
    /// <summary>The register's id.</summary>
    public required string Register { get; init; }

    /// <summary>Whose decision.</summary>
    public required RegistrantKey Registrant { get; init; }

    /// <summary>Own use or disclosure.</summary>
    public PermissionUse Use { get; init; }

    /// <summary>The id of a purpose; or <see cref="PermissionPurposes.Combination"/>.</summary>
    public required string Purpose { get; init; }

    /// <summary>The id of a channel; null for all of them, or where there is none.</summary>
    public string? Channel { get; init; }

    /// <summary>What was decided.</summary>
    public required PermissionDecision Decision { get; init; }

    /// <summary>The way in which it came, such as <c>service-point</c>, <c>email</c>, <c>contact-person</c>.</summary>
    public required string Intake { get; init; }

    /// <summary>The version of the text that the person was shown: asked only of a permission without which silence means no.</summary>
    public string? TextVersion { get; init; }

    /// <summary>When the person decided; null for now. Never later than now.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The language of what is told in answer: <c>fi</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "fi";
}
