using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.Sql.Reading;

/// <summary>Counts what could not be read, by place, never by content.</summary>
internal sealed class Gaps
{
    private readonly SortedDictionary<string, int> unreadable = new(StringComparer.Ordinal);
    private readonly List<string> others = [];

    public void Unreadable(string recordType, string field, FieldKind kind)
    {
        var place = $"{recordType}.{field} is not of kind {kind.ToString().ToLowerInvariant()}";
        unreadable[place] = unreadable.GetValueOrDefault(place) + 1;
    }

    public void Add(string what) => others.Add(what);

    public IReadOnlyList<string> ToList() =>
        [.. others, .. unreadable.Select(gap => $"{gap.Key} in {gap.Value} place(s) and was left out.")];
}
