using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Requests;

namespace PersonalDataHub.Hub.GraphQL.Requests;

/// <summary>One thing to put right, wherever it stands (GDPR Art. 16).</summary>
public sealed record CorrectionInput
{
    /// <summary>The values, one or several sources'.</summary>
    public required IReadOnlyList<TargetInput> Targets { get; init; }

    /// <summary>What is wrong.</summary>
    public required Defect Defect { get; init; }

    /// <summary>The right value; left out to remove.</summary>
    public FieldValueInput? NewValue { get; init; }

    /// <summary>On what ground.</summary>
    public required string Ground { get; init; }

    internal Correction ToCorrection(Func<string, RecordField?> fieldOf) => new()
    {
        Targets = [.. Targets.Select(target => new CorrectionTarget(target.Ref, target.ExpectedTag))],
        Defect = Defect,
        NewValue = NewValue?.ToValue(Targets.Count == 0 ? null : fieldOf(Targets[0].Ref)),
        Ground = Ground,
    };
}
