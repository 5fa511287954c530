namespace PersonalDataHub.Connectors.Sql.Mapping;

/// <summary>Why a record may not be erased yet, and until when.</summary>
internal sealed record KeepRule
{
    /// <summary>The law or the state that keeps it.</summary>
    public required string Ground { get; init; }

    /// <summary>The rows the rule is for; none means all.</summary>
    public IReadOnlyList<Condition> Where { get; init; } = [];

    /// <summary>What ends the keeping sooner.</summary>
    public string? LiftedBy { get; init; }

    /// <summary>Years of keeping accounting material, counted as <see cref="FinancialYear"/> says; null for another rule.</summary>
    public int? Years { get; init; }

    /// <summary>The column with the date that tells the financial year; given with <see cref="Years"/>.</summary>
    public string? From { get; init; }

    /// <summary>The column with the last day of keeping, which may not be set yet; null for another rule.</summary>
    public string? ValidTo { get; init; }
}
