namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>When a person's identity is checked before anything is done (GDPR Art. 12(6)).</summary>
public enum IdentityCheck
{
    /// <summary>On reasonable doubt.</summary>
    OnDoubt,

    /// <summary>Always.</summary>
    Always,
}
