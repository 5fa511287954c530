using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Registrants.Widening;

/// <summary>Records that belong to one person because they share an identity that identifies.</summary>
/// <param name="Identities">The identifying identities of the group; the first is the one its first source gave.</param>
/// <param name="Records">The records, with the identity by which each was found.</param>
internal sealed record PersonGroup(
    IReadOnlyList<SubjectIdentity> Identities, IReadOnlyList<FoundRecord> Records)
{
    /// <summary>Groups records into persons; records that tell nobody from anybody are left out.</summary>
    public static IReadOnlyList<PersonGroup> Of(
        IReadOnlyList<FoundRecord> records, KnownIdentityKinds kinds)
    {
        var groups = new List<PersonGroup>();
        foreach (var found in records.Where(found => found.Record.Type.Identifies))
        {
            var own = found.Record.Identities
                .Where(identity => kinds.Of(identity.Kind).Strength == IdentityStrength.Identifying)
                .OrderBy(identity => identity.Issuer == found.Record.Source.Id ? 0 : 1)
                .ToList();
            if (own.Count == 0)
            {
                continue;
            }

            var joined = groups.Where(group => group.Identities.Any(known => own.Exists(identity => Same(known, identity)))).ToList();
            groups.RemoveAll(joined.Contains);
            groups.Add(new(
                [.. joined.SelectMany(group => group.Identities).Concat(own).DistinctBy(IdentityKey.Of)],
                [.. joined.SelectMany(group => group.Records), found]));
        }

        return groups;
    }

    private static bool Same(SubjectIdentity one, SubjectIdentity other) => IdentityKey.Of(one) == IdentityKey.Of(other);
}
