using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>What overwrites a source's data.</summary>
internal static class Feeders
{
    /// <summary>The ids of the sources of a register that feed a source, directly or through others.</summary>
    public static IReadOnlyList<string> Of(ConnectorCatalog catalog, string register, string source)
    {
        var sources = catalog.SourcesOf(register).ToList();
        return new FeedOrder(sources).Before(source, sources.Select(one => one.Id));
    }

    /// <summary>
    /// Which of them brought a person's data back, most likely: one that holds the person, and rather one that feeds the source
    /// itself. Null when nothing feeds it.
    /// </summary>
    public static string? Likeliest(ConnectorCatalog catalog, string register, string source, IReadOnlySet<string> holding) => Of(catalog, register, source)
        .OrderByDescending(holding.Contains)
        .ThenByDescending(id => catalog.FindSource(register, id)?.Descriptor?.Feeds.Contains(source) == true)
        .FirstOrDefault();
}
