using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registrants.Widening;

namespace PersonalDataHub.Hub.Registrants.Identities;

/// <summary>What must stay known of a person so that what some sources still hold can be found.</summary>
/// <param name="Identities">The identities' numbers.</param>
/// <param name="Links">The numbers of the links that connect them.</param>
internal sealed record RetainedIdentities(IReadOnlySet<long> Identities, IReadOnlySet<long> Links)
{
    /// <summary>Nothing.</summary>
    public static RetainedIdentities None { get; } = new(new HashSet<long>(), new HashSet<long>());

    /// <summary>
    /// The person's first identity, which the registrant's id stands on; what the holding sources themselves showed; what
    /// they find records by; and the links without which these would fall apart.
    /// </summary>
    public static RetainedIdentities Of(IdentityComponent person, IReadOnlySet<string> holding, IEnumerable<Source> sources)
    {
        var anchor = person.Identities.First(row => row.RegistrantKey == person.Registrant!.Key).Key;
        var links = person.Links.Where(link => link.Source is { } source && holding.Contains(source)).ToHashSet();
        foreach (var key in sources.Where(source => holding.Contains(source.Id)).SelectMany(source => FindingAt(source, person)))
        {
            if (!Paths.ReachableFrom(anchor, links).Contains(key))
            {
                links.UnionWith(Paths.Between(anchor, key, person.Links) ?? []);
            }
        }

        foreach (var key in Ends(links).Except(Paths.ReachableFrom(anchor, links)).ToList())
        {
            links.UnionWith(Paths.Between(anchor, key, person.Links) ?? []);
        }

        var identities = Ends(links).Append(anchor).ToHashSet();
        links.UnionWith(person.Links.Where(link => link.Source is null && identities.Contains(link.AKey) && identities.Contains(link.BKey)));
        return new(identities, links.Select(link => link.Key).ToHashSet());
    }

    private static IEnumerable<long> Ends(IEnumerable<LinkRow> links) => links.SelectMany(link => new[] { link.AKey, link.BKey });

    // What people share is kept only for a source that knows nothing better.
    private static IEnumerable<long> FindingAt(Source source, IdentityComponent person)
    {
        var finding = person.Identities
            .Where(row => Asking.Accepts(source, new SubjectIdentity(row.Kind, string.Empty, row.Issuer)))
            .ToLookup(row => row.Shareable, row => row.Key);
        return finding[false].Any() ? finding[false] : finding[true];
    }
}
