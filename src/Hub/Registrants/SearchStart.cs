using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Registrants.Widening;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>Works out from what a search goes out.</summary>
internal sealed class SearchStart(IdentityGraph graph, KnownIdentityKinds kinds, IdentityWidening widening)
{
    /// <summary>What the key gives: identities to begin with, what is remembered of them, or several persons.</summary>
    /// <exception cref="RegistrantQueryException">The key is malformed.</exception>
    public async Task<(KnownRegistrant? Known, IReadOnlyList<SubjectIdentity> Given, IReadOnlyList<PersonGroup> Several)> FromAsync(
        Register register, RegistrantKey key, IReadOnlyList<Source> sources, CancellationToken cancellationToken)
    {
        if (key is RegistrantKey.ById byId)
        {
            return (await graph.FindAsync(register.Id, byId.Id, cancellationToken).ConfigureAwait(false), [], []);
        }

        var identity = GivenIdentity.Of(register, key, sources, kinds);
        if (kinds.Of(identity.Kind).Strength == IdentityStrength.Identifying)
        {
            return (await graph.FindAsync(register.Id, identity, cancellationToken).ConfigureAwait(false), [identity], []);
        }

        // What people share names nobody by itself: it begins with the one person who has it, if there is just one; or
        // with the one of whom a person has said so.
        var confirmed = (await graph.FindCandidatesAsync(register.Id, identity, cancellationToken).ConfigureAwait(false))
            .Where(known => known.Links.Any(link => link.Method == LinkMethod.ConfirmedByPerson
                && (IdentityKey.Of(link.A) == IdentityKey.Of(identity) || IdentityKey.Of(link.B) == IdentityKey.Of(identity))))
            .ToList();
        var (groups, saidShared) = await widening.LocateAsync([identity], sources, cancellationToken).ConfigureAwait(false);
        return groups switch
        {
            [] when confirmed is [var one] => (one, [], []),
            [var only] when !saidShared => (null, [only.Identities[0]], []),
            _ => (null, [], groups),
        };
    }
}
