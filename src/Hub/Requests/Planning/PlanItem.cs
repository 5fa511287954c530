namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>What happens to one field, or to whole records, of one type at one source.</summary>
public sealed record PlanItem
{
    /// <summary>The id of the source.</summary>
    public required string Source { get; init; }

    /// <summary>The name of the record type.</summary>
    public required string RecordType { get; init; }

    /// <summary>The name of the field; null for whole records.</summary>
    public string? Field { get; init; }

    /// <summary>How many records.</summary>
    public required int Records { get; init; }

    /// <summary>What happens.</summary>
    public required Fate Fate { get; init; }

    /// <summary>The article or section of law it rests on, such as <c>GDPR Art. 17(1)(a)</c>.</summary>
    public string? Article { get; init; }

    /// <summary>Why, in the source's or the register's words; no personal data.</summary>
    public string? Reason { get; init; }

    /// <summary>The last day of keeping; null when an event ends it or nothing is kept.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>What would end the keeping sooner.</summary>
    public string? LiftedBy { get; init; }

    /// <summary>Ids of the statements of the register's notice behind it.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];

    /// <summary>The first of <see cref="Statements"/>; null when the notice says nothing of it.</summary>
    public string? Statement => Statements.Count > 0 ? Statements[0] : null;

    /// <summary>Ids of the erasure blockers that keep it. When they are lifted the hub goes on by itself.</summary>
    public IReadOnlyList<string> Blockers { get; init; } = [];
}
