using System.Collections.Concurrent;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>The documents of one schema that were found valid, by their text, with their plans; the least recently used make room.</summary>
internal sealed class PlanCache(int capacity)
{
    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private long uses;

    public PreparedDocument? Find(string query)
    {
        if (!entries.TryGetValue(query, out var entry))
        {
            return null;
        }

        // Two uses at once may count as one: the order of use need not be that exact, and no request waits for another.
        entry.LastUse = ++uses;
        return entry.Document;
    }

    public void Add(string query, PreparedDocument document)
    {
        entries.TryAdd(query, new Entry(document) { LastUse = ++uses });
        if (entries.Count > capacity)
        {
            entries.TryRemove(entries.MinBy(e => e.Value.LastUse).Key, out _);
        }
    }

    private sealed record Entry(PreparedDocument Document)
    {
        public long LastUse { get; set; }
    }
}
