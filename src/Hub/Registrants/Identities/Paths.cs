using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Registrants.Identities;

/// <summary>Walks links between identities.</summary>
internal static class Paths
{
    public static HashSet<long> ReachableFrom(long start, IReadOnlyCollection<LinkRow> links) =>
        [.. Walk(start, links).Keys, start];

    /// <summary>The links of a shortest path; null when there is none.</summary>
    public static IReadOnlyList<LinkRow>? Between(long start, long end, IReadOnlyCollection<LinkRow> links)
    {
        var cameBy = Walk(start, links);
        if (!cameBy.ContainsKey(end))
        {
            return null;
        }

        var path = new List<LinkRow>();
        for (var at = end; at != start; at = Other(path[^1], at))
        {
            path.Add(cameBy[at]);
        }

        return path;
    }

    /// <summary>For each identity reached, the link by which it was.</summary>
    private static Dictionary<long, LinkRow> Walk(long start, IReadOnlyCollection<LinkRow> links)
    {
        var ends = links
            .SelectMany(link => new[] { (From: link.AKey, Link: link), (From: link.BKey, Link: link) })
            .ToLookup(end => end.From, end => end.Link);
        var cameBy = new Dictionary<long, LinkRow>();
        var pending = new Queue<long>([start]);
        while (pending.TryDequeue(out var at))
        {
            foreach (var link in ends[at])
            {
                var next = Other(link, at);
                if (next != start && cameBy.TryAdd(next, link))
                {
                    pending.Enqueue(next);
                }
            }
        }

        return cameBy;
    }

    private static long Other(LinkRow link, long end) => link.AKey == end ? link.BKey : link.AKey;
}
