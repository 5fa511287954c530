namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>What became of a rectification, restriction or erasure: one item per thing asked, in the same order.</summary>
public sealed record WriteResult
{
    /// <summary>The items.</summary>
    public required IReadOnlyList<WriteItem> Items { get; init; }
}
