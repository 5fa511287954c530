namespace PersonalDataHub.Connectors.Sql.Mapping;

/// <summary>How an identity finds a person's number.</summary>
internal sealed record IdentityMapping
{
    public required string Kind { get; init; }

    /// <summary>The source that gave the identity; null for this source or for kinds without issuer.</summary>
    public string? Issuer { get; init; }

    public required TableName Table { get; init; }

    /// <summary>The column that holds the identity.</summary>
    public required string Column { get; init; }

    /// <summary>The column of the same table that holds the person's number.</summary>
    public required string Person { get; init; }

    public bool IgnoreCase { get; init; }

    /// <summary>The first and last day on which the identity was the person's; null when the database does not say.</summary>
    public string? ValidFrom { get; init; }

    public string? ValidTo { get; init; }

    /// <summary>When the database last confirmed that the identity is the person's, where it keeps no period.</summary>
    public string? ObservedAt { get; init; }

    /// <summary>True when the identity is the very number by which all records know the person.</summary>
    public bool IsPersonNumber => Column == Person && !IgnoreCase;
}
