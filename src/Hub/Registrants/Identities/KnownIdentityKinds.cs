using System.Collections.Frozen;
using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Registrants.Identities;

/// <summary>The identity kinds by name. Open: a kind it does not know is a source's own number, compared as written.</summary>
public sealed class KnownIdentityKinds
{
    private readonly FrozenDictionary<string, IdentityKind> kinds;

    /// <param name="allowArtificialIdentityCodes">Whether identity codes of artificial people are let in.</param>
    /// <param name="clock">Tells today.</param>
    public KnownIdentityKinds(bool allowArtificialIdentityCodes, TimeProvider clock) =>
        kinds = new IdentityKind[]
        {
            new IdentityCode(allowArtificialIdentityCodes, clock),
            new BusinessId(),
            new EmailAddress(),
            new PhoneNumber(),
        }.ToFrozenDictionary(kind => kind.Id, StringComparer.Ordinal);

    public IdentityKind Of(string kind) => kinds.GetValueOrDefault(kind) ?? new OpaqueIdentity(kind);

    /// <summary>The identity in the form that sources and the hub compare by, or why there is none.</summary>
    public bool TryRead(string kind, string raw, string? issuer, out SubjectIdentity? identity, out NormalisedIdentity reading) =>
        Of(kind).TryRead(raw, issuer, out identity, out reading);

    /// <summary>What is shown of the identity to those who may not see it.</summary>
    public string Mask(SubjectIdentity identity) => Of(identity.Kind).Mask(identity.Value);
}
