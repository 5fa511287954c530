namespace PersonalDataHub.Hub.Registrants.Identities;

/// <summary>What an identity of a kind proves.</summary>
public enum IdentityStrength
{
    /// <summary>Several people may hold it, or it may pass to somebody else: it suggests a person, never tells one.</summary>
    Shareable,

    /// <summary>Within its register and issuer it belongs to one person.</summary>
    Identifying,
}
