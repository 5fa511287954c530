namespace PersonalDataHub.Connectors.Sql.Mapping;

/// <summary>What a fact is counted from.</summary>
internal sealed record FactMapping(string Name, IReadOnlyList<FactPart> Parts);

/// <summary>Records of one type that make a fact hold.</summary>
internal sealed record FactPart
{
    public required RecordMapping Record { get; init; }

    /// <summary>Beside the record type's own conditions.</summary>
    public IReadOnlyList<Condition> Where { get; init; } = [];

    /// <summary>First and last day on which the record counts; null for no limit.</summary>
    public string? ValidFrom { get; init; }

    public string? ValidTo { get; init; }

    /// <summary>The column with the moment that matters; the latest is told.</summary>
    public string? At { get; init; }
}
