using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>Upstream first: what a source overwrites in another would bring back what was corrected or erased there.</summary>
internal sealed class FeedOrder(IReadOnlyList<Source> sources)
{
    /// <summary>
    /// Those of the given sources whose tasks end before this source's: all that feed it, directly or through others. Of
    /// two that feed each other, the one that comes first in the register goes first.
    /// </summary>
    public IReadOnlyList<string> Before(string source, IEnumerable<string> among) =>
        [.. among.Where(other => other != source && Feeds(other, source) && (!Feeds(source, other) || RankOf(other) < RankOf(source)))];

    private bool Feeds(string from, string to)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>([from]);
        while (open.TryDequeue(out var next))
        {
            foreach (var fed in sources.FirstOrDefault(source => source.Id == next)?.Descriptor?.Feeds ?? [])
            {
                if (fed == to)
                {
                    return true;
                }

                if (seen.Add(fed))
                {
                    open.Enqueue(fed);
                }
            }
        }

        return false;
    }

    private int RankOf(string id) => sources.Index().First(one => one.Item.Id == id).Index;
}
