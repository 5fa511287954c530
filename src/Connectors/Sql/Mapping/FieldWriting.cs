namespace PersonalDataHub.Connectors.Sql.Mapping;

/// <summary>How one field may be changed, where that differs from its record.</summary>
internal sealed record FieldWriting
{
    public static FieldWriting None { get; } = new();

    /// <summary>What stands against correcting the field.</summary>
    public IReadOnlyList<CorrectionRule> Corrections { get; init; } = [];

    /// <summary>What the column holds once the value is gone, where it may not be empty; reads as no value.</summary>
    public string? ErasedText { get; init; }

    /// <summary>True when a record without this value is none: the row goes with it.</summary>
    public bool ErasesRow { get; init; }

    /// <summary>The record types whose kept records of the same person keep this field too.</summary>
    public IReadOnlyList<string> KeepWith { get; init; } = [];
}
