using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Requests;

/// <summary>One thing to put right, wherever it stands.</summary>
public sealed record Correction
{
    /// <summary>The values, one or several sources'; at least one.</summary>
    public required IReadOnlyList<CorrectionTarget> Targets { get; init; }

    /// <summary>What is wrong.</summary>
    public required Defect Defect { get; init; }

    /// <summary>The right value; null removes.</summary>
    public FieldValue? NewValue { get; init; }

    /// <summary>On what ground, in the requester's or the officer's words; kept encrypted.</summary>
    public required string Ground { get; init; }
}
