namespace PersonalDataHub.Connectors.Sql.Mapping;

/// <summary>How records of one type may be changed; what the settings do not say is not done.</summary>
internal sealed record RecordWriting
{
    public static RecordWriting None { get; } = new();

    /// <summary>What stands against correcting; empty when nothing does, null when records of the type are not corrected.</summary>
    public IReadOnlyList<CorrectionRule>? Corrections { get; init; }

    /// <summary>The flag column that restricts a record; null when the table has none.</summary>
    public string? Restricted { get; init; }

    /// <summary>Null when records of the type are not erased.</summary>
    public EraseMode? Erase { get; init; }

    /// <summary>The fields that stay when a record is made anonymous; null when records of the type cannot be.</summary>
    public IReadOnlyList<string>? Anonymise { get; init; }

    /// <summary>What keeps a record from being erased.</summary>
    public IReadOnlyList<KeepRule> Keep { get; init; } = [];

    /// <summary>True when the law on accounting keeps such records.</summary>
    public bool IsAccounting => Keep.Any(rule => rule.Years is not null);
}
