namespace PersonalDataHub.Connectors.Sql.Reading;

/// <summary>The numbers of the persons that a request's identities found, each with the identities that found it.</summary>
internal sealed class FoundPersons
{
    private readonly SortedDictionary<string, SortedSet<int>> positions = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Numbers => positions.Keys;

    public void Add(string number, int identity)
    {
        if (!positions.TryGetValue(number, out var found))
        {
            positions[number] = found = [];
        }

        found.Add(identity);
    }

    public IReadOnlyList<int> FoundBy(string number) => positions.TryGetValue(number, out var found) ? [.. found] : [];
}
