using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Persistence.Encryption;

namespace PersonalDataHub.Hub.Registrants.Identities;

/// <summary>An identity in normal form, with what it is found and told apart by.</summary>
internal sealed record IdentityReading(SubjectIdentity Identity, byte[] Blind, bool Shareable)
{
    /// <summary>Null when the identity is none of its kind.</summary>
    public static IdentityReading? Of(SubjectIdentity given, KnownIdentityKinds kinds, BlindIndex blinds)
    {
        var kind = kinds.Of(given.Kind);
        return kind.TryRead(given.Value, given.Issuer, out var identity, out _)
            ? new IdentityReading(
                identity! with { ValidFrom = given.ValidFrom, ValidTo = given.ValidTo },
                blinds.Of(kind.Id, identity!.Issuer, kind.ComparedBy(identity.Value)),
                kind.Strength == IdentityStrength.Shareable)
            : null;
    }

    public bool Is(IdentityReading other) => Blind.AsSpan().SequenceEqual(other.Blind);

    public override string ToString() => Identity.ToString();
}
