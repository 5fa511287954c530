namespace PersonalDataHub.Connectors.Tables;

/// <summary>The columns of a table, by the names in its first line.</summary>
internal sealed class TableHeader(IReadOnlyList<string> names)
{
    private readonly Dictionary<string, int> positions = names
        .Select((name, position) => (name, position))
        .DistinctBy(pair => pair.name, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(pair => pair.name, pair => pair.position, StringComparer.OrdinalIgnoreCase);

    public int Count => names.Count;

    /// <summary>The columns that are not among these.</summary>
    public IReadOnlyList<string> Except(IEnumerable<string> columns) => [.. names.Except(columns, StringComparer.OrdinalIgnoreCase)];

    public int? Find(string column) => positions.TryGetValue(column, out var position) ? position : null;
}
