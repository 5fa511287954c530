namespace PersonalDataHub.Hub.Retention.Holds;

/// <summary>An order that data is kept whatever its time: for a claim, an investigation, a dispute (GDPR Art. 17(3)(e)).</summary>
public sealed record LegalHold
{
    /// <summary>Its id; random.</summary>
    public required Guid Id { get; init; }

    /// <summary>The register's id.</summary>
    public required string Register { get; init; }

    /// <summary>The registrant whose data it keeps; null for everybody's.</summary>
    public Guid? Registrant { get; init; }

    /// <summary>Ids of the categories it keeps; empty with empty <see cref="Fields"/> for all.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>Names of record types, or <c>recordType.field</c>, it keeps.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Who set it.</summary>
    public required string SetBy { get; init; }

    /// <summary>The first day it holds.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day it holds; null until somebody lifts it.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The day by which somebody looks at whether it is still needed.</summary>
    public required DateOnly ReviewOn { get; init; }

    /// <summary>When it was lifted; null while it was not.</summary>
    public DateTimeOffset? LiftedAt { get; init; }

    /// <summary>Who lifted it.</summary>
    public string? LiftedBy { get; init; }

    /// <summary>The id, never the reason.</summary>
    public override string ToString() => $"legal hold {Id}";
}
