using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Persistence.Encryption;

namespace PersonalDataHub.Hub.Registrants.Identities;

/// <summary>What sources showed of one person, read into normal form, without what is not valid.</summary>
internal sealed record Observation(
    IdentityReading Person, IReadOnlyList<IdentityReading> Identities, IReadOnlyList<ObservedPair> Pairs)
{
    public static Observation Of(
        IReadOnlyList<SubjectIdentity> identities,
        IReadOnlyList<ObservedLink> links,
        KnownIdentityKinds kinds,
        BlindIndex blinds)
    {
        var read = identities.Select(identity => IdentityReading.Of(identity, kinds, blinds)).OfType<IdentityReading>().ToList();
        if (read.Count == 0)
        {
            throw new ArgumentException("None of the identities is valid, so there is nobody to remember.", nameof(identities));
        }

        var pairs = new List<ObservedPair>();
        foreach (var link in links)
        {
            if (IdentityReading.Of(link.A, kinds, blinds) is { } a
                && IdentityReading.Of(link.B, kinds, blinds) is { } b
                && !a.Is(b))
            {
                pairs.Add(new ObservedPair(a, b, link));
            }
        }

        return new Observation(read.Find(reading => !reading.Shareable) ?? read[0], read, pairs);
    }

    /// <summary>The given identity where the caller gave it apart, since that one carries its validity.</summary>
    public IdentityReading Detailed(IdentityReading end) => Identities.FirstOrDefault(end.Is) ?? end;
}
