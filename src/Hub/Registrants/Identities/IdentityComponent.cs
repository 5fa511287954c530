using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Registrants.Identities;

/// <summary>The rows of one person: every identity that links, valid now, connect, and the registrants they are stored under.</summary>
internal sealed class IdentityComponent
{
    public required IReadOnlyList<IdentityRow> Identities { get; init; }

    public required IReadOnlyList<LinkRow> Links { get; init; }

    /// <summary>The registrants under which the identities are stored, by number.</summary>
    public required IReadOnlyDictionary<long, RegistrantRow> Homes { get; init; }

    /// <summary>The registrants whose first identity is in it, by number.</summary>
    public required IReadOnlySet<long> Anchored { get; init; }

    /// <summary>
    /// The registrant this component is: the oldest whose first identity is in it. Null when links ran out and cut it off
    /// from its registrant.
    /// </summary>
    public required RegistrantRow? Registrant { get; init; }

    public IdentityRow? Find(byte[] blind) => Identities.FirstOrDefault(row => row.Blind.AsSpan().SequenceEqual(blind));

    public bool Contains(long identityKey) => Identities.Any(row => row.Key == identityKey);
}
