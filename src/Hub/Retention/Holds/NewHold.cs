using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.Retention.Holds;

/// <summary>A legal hold that is to be set.</summary>
public sealed record NewHold
{
    /// <summary>The register's id.</summary>
    public required string Register { get; init; }

    /// <summary>Whose data; null for everybody's.</summary>
    public RegistrantKey? Registrant { get; init; }

    /// <inheritdoc cref="LegalHold.Categories"/>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <inheritdoc cref="LegalHold.Fields"/>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Why: 1 to 2000 characters; kept encrypted.</summary>
    public required string Reason { get; init; }

    /// <summary>The first day; null for today.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day; null until somebody lifts it.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The day by which somebody looks at it again: after today.</summary>
    public required DateOnly ReviewOn { get; init; }

    /// <summary>The purpose under which it is set; one of the register's.</summary>
    public required string Purpose { get; init; }
}
