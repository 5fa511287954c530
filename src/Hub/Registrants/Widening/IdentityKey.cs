using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Registrants.Widening;

/// <summary>What makes two identities the same one: validity apart.</summary>
internal readonly record struct IdentityKey(string Kind, string? Issuer, string Value)
{
    public static IdentityKey Of(SubjectIdentity identity) => new(identity.Kind, identity.Issuer, identity.Value);

    public override string ToString() => $"{Kind} of {Issuer ?? "anyone"}";
}
