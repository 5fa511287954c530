namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>Whether data of a category may be used for a purpose, with the sentences of the notice and the articles behind the answer.</summary>
public sealed record PolicyExplanation
{
    /// <summary>Whether it may.</summary>
    public required bool Allowed { get; init; }

    /// <summary>Why, or why not.</summary>
    public required string Reason { get; init; }

    /// <summary>The purpose; null when the register has no such.</summary>
    public Purpose? Purpose { get; init; }

    /// <summary>The category; null when the register does not declare it.</summary>
    public DataCategory? Category { get; init; }

    /// <summary>What the purpose rests on.</summary>
    public IReadOnlyList<LegalBasis> Bases { get; init; } = [];

    /// <summary>The statements of the notice that name the purpose, the category and the bases, each once.</summary>
    public IReadOnlyList<Statement> Statements { get; init; } = [];

    /// <summary>Every article and section behind the answer, each once.</summary>
    public IReadOnlyList<string> Articles { get; init; } = [];

    /// <summary>How long data of the category stays, or serves the purpose.</summary>
    public IReadOnlyList<RetentionRule> Retention { get; init; } = [];

    /// <summary>What can keep data of the category from being erased.</summary>
    public IReadOnlyList<BlockerRule> Blockers { get; init; } = [];

    /// <summary>Other purposes that may use the category, where this one may not.</summary>
    public IReadOnlyList<string> OtherPurposes { get; init; } = [];
}
