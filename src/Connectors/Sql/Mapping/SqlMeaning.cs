using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.Sql.Mapping;

/// <summary>What a connector knows before it sees a database: its record types and facts.</summary>
/// <remarks>
/// Settings map them to tables and columns, may leave some out, may move them to other categories, and may add
/// record types and fields of their own, which then have to be declared in full.
/// </remarks>
internal sealed record SqlMeaning
{
    public static SqlMeaning Open { get; } = new();

    public IReadOnlyList<RecordType> RecordTypes { get; init; } = [];

    /// <summary>The facts that can be mapped; empty means any.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>Settings beside the mapping that the connector reads itself.</summary>
    public IReadOnlyList<string> OtherSettings { get; init; } = [];
}
