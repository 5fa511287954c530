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

        var identity = IdentityOf(register, key, sources);
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

    private SubjectIdentity IdentityOf(Register register, RegistrantKey key, IReadOnlyList<Source> sources)
    {
        var (kindId, value, issuer) = key switch
        {
            RegistrantKey.ByCustomerId byCustomer => (IdentityKinds.CustomerNumber, byCustomer.Value, register.PrimarySource),
            RegistrantKey.ByIdentity by => (by.Kind, by.Value, by.Issuer),
            _ => throw new ArgumentOutOfRangeException(nameof(key)),
        };
        var issuers = IssuersOf(kindId, sources);
        if (issuers.Count == 0)
        {
            throw new RegistrantQueryException(
                "UNKNOWN_IDENTITY_KIND",
                $"No source of '{register.Id}' finds people by this kind of identity; known kinds are: {Kinds(sources)}.");
        }

        var kind = kinds.Of(kindId);
        var normal = kind.Normalise(value);
        if (!normal.IsValid)
        {
            throw new RegistrantQueryException("MALFORMED_IDENTITY", normal.Mistake);
        }

        return new(kindId, normal.Value, kind.NeedsIssuer ? issuer ?? OnlyIssuer(register, kindId, issuers) : null);
    }

    private static string OnlyIssuer(Register register, string kind, IReadOnlyList<string> issuers) =>
        issuers.Count == 1 ? issuers[0]
        : kind == IdentityKinds.CustomerNumber ? register.PrimarySource
        : throw new RegistrantQueryException(
            "ISSUER_MISSING", $"Several sources issue this kind of identity; name one as 'issuer': {string.Join(", ", issuers)}.");

    private static IReadOnlyList<string> IssuersOf(string kind, IReadOnlyList<Source> sources) =>
        [.. sources
            .SelectMany(source => (source.Descriptor?.Accepts ?? [])
                .Where(accepted => accepted.Kind == kind)
                .Select(accepted => accepted.Issuer ?? source.Id))
            .Distinct()
            .Order(StringComparer.Ordinal)];

    private static string Kinds(IReadOnlyList<Source> sources) => string.Join(", ", sources
        .SelectMany(source => source.Descriptor?.Accepts ?? [])
        .Select(accepted => accepted.Kind)
        .Distinct()
        .Order(StringComparer.Ordinal));
}
