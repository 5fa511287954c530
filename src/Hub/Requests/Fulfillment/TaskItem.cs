using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>One record or field that a task touches, as shown.</summary>
public sealed record TaskItem
{
    /// <summary>The name of the record type.</summary>
    public required string RecordType { get; init; }

    /// <summary>The name of the field; null for a whole record.</summary>
    public string? Field { get; init; }

    /// <summary>What was planned.</summary>
    public required Fate Fate { get; init; }

    /// <summary>What became of it; null while open.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>When the outcome came.</summary>
    public DateTimeOffset? OutcomeAt { get; init; }

    /// <summary>The article or section of law it rests on.</summary>
    public string? Article { get; init; }

    /// <summary>Why; no personal data.</summary>
    public string? Reason { get; init; }

    /// <summary>The last day of keeping.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>What would end the keeping sooner.</summary>
    public string? LiftedBy { get; init; }

    /// <summary>Ids of the statements of the register's notice behind it.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];

    /// <summary>Ids of the erasure blockers that keep it. When they are lifted the hub goes on by itself.</summary>
    public IReadOnlyList<string> Blockers { get; init; } = [];
}
