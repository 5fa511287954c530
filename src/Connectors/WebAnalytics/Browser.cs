using PersonalDataHub.Connectors.LogIndex;

namespace PersonalDataHub.Connectors.WebAnalytics;

/// <summary>A browser that may be the person's.</summary>
/// <param name="VisitorId">The id in its cookie.</param>
/// <param name="FoundBy">The positions of the identities that led to it.</param>
/// <param name="Links">Its links with a consent in force, of all customers, oldest first.</param>
internal sealed record Browser(string VisitorId, IReadOnlyList<int> FoundBy, IReadOnlyList<ConsentedLink> Links)
{
    /// <summary>True when several customers are linked to it.</summary>
    public bool IsShared => Links.Select(one => one.Link.CustomerNumber).Distinct(StringComparer.Ordinal).Count() > 1;

    /// <summary>
    /// The link that a request at this moment belongs to. The only customer of a browser has all of it; of a shared
    /// one each has what follows their link, and what was before the first is nobody's.
    /// </summary>
    public VisitorLink? LinkAt(DateTimeOffset at) => IsShared
        ? Links.LastOrDefault(one => one.Link.LinkedAt <= at)?.Link
        : Links is [var only] ? only.Link : null;

    public override string ToString() => nameof(Browser);
}

/// <summary>A link with a consent in force.</summary>
/// <param name="Link">The link as it was first made under that consent.</param>
/// <param name="Line">Its line in the link file.</param>
internal sealed record ConsentedLink(VisitorLink Link, LineHit Line);
