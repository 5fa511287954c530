using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Registrants.Identities;

/// <summary>What the hub knows of one kind of identity: how to write it, compare it and show it.</summary>
public abstract class IdentityKind
{
    /// <summary>One of the contract's kinds, or a source's own.</summary>
    public abstract string Id { get; }

    /// <summary>True when a value means something only together with who gave it.</summary>
    public abstract bool NeedsIssuer { get; }

    public abstract IdentityStrength Strength { get; }

    /// <summary>The one way in which the hub writes the value, or why it is none. Normal forms stay as they are.</summary>
    public abstract NormalisedIdentity Normalise(string raw);

    /// <summary>What two values are compared by; the normal form unless the kind is compared more loosely.</summary>
    public virtual string ComparedBy(string normal) => normal;

    /// <summary>What is shown to those who may not see the value.</summary>
    public virtual string Mask(string normal) => normal;

    /// <summary>The identity with its value in normal form, or why there is none.</summary>
    public bool TryRead(string raw, string? issuer, out SubjectIdentity? identity, out NormalisedIdentity reading)
    {
        reading = NeedsIssuer && string.IsNullOrWhiteSpace(issuer)
            ? NormalisedIdentity.Refused(
                IdentityDefect.IssuerMissing,
                $"An identity of kind {Id} needs its issuer: the id of the source that gave it.")
            : Normalise(raw);
        identity = reading.IsValid ? new SubjectIdentity(Id, reading.Value, NeedsIssuer ? issuer : null) : null;
        return identity is not null;
    }
}
