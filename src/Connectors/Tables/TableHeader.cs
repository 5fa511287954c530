namespace PersonalDataHub.Connectors.Tables;

/// <summary>The columns of a table, by the names in its first line.</summary>
internal sealed class TableHeader(IReadOnlyList<string> names)
{
    private readonly Dictionary<string, int> positions = names
        .Select((name, position) => (name, position))
        .DistinctBy(pair => pair.name, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(pair => pair.name, pair => pair.position, StringComparer.OrdinalIgnoreCase);

    public int Count => names.Count;

    public int? Find(string column) => positions.TryGetValue(column, out var position) ? position : null;
}
