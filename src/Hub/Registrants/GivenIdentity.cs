using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>Reads the identity that a key gives, in the form that sources and the hub compare by.</summary>
internal static class GivenIdentity
{
    /// <exception cref="RegistrantQueryException">The key is malformed.</exception>
    public static SubjectIdentity Of(
        Register register, RegistrantKey key, IReadOnlyList<Source> sources, KnownIdentityKinds kinds)
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
