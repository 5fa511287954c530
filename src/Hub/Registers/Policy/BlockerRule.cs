namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>A reason for which a register does not erase yet, computed live from facts that sources tell.</summary>
/// <param name="Id">Its id in kebab case.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">What it is, for people.</param>
/// <param name="LiftedBy">What would lift it.</param>
public sealed record BlockerRule(string Id, BlockerKind Kind, LocalText Name, LocalText LiftedBy)
{
    /// <summary>The fact that makes it hold, one of <c>FactKinds</c> of the connectors' contract; null for a rule without a fact.</summary>
    public string? Fact { get; init; }

    /// <summary>Ids of the sources that tell the fact; empty for all that can.</summary>
    public IReadOnlyList<string> FactSources { get; init; } = [];

    /// <summary>Ids of the categories it keeps; empty with empty <see cref="Fields"/> for all.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Names of record types, or <c>recordType.field</c>, it keeps.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Whether what it keeps is made anonymous instead of kept as it is.</summary>
    public bool Anonymise { get; init; }

    /// <summary>The article or section of law, such as <c>GDPR Art. 17(3)(e)</c>.</summary>
    public required string Article { get; init; }

    /// <summary>The line of <c>register.yaml</c> that it begins on, from 1; 0 for one that was not read from a file.</summary>
    public int Line { get; init; }

    /// <summary>Ids of the statements behind it.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];
}
