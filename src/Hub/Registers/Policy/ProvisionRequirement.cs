namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>Whether a person must give data (GDPR Art. 13(2)(e)).</summary>
public enum ProvisionRequirement
{
    /// <summary>It is free.</summary>
    Voluntary,

    /// <summary>The contract needs it.</summary>
    Contractual,

    /// <summary>Law demands it.</summary>
    Statutory,
}
