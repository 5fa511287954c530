namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>Secrecy beyond the GDPR that makes a category stricter than the others.</summary>
public enum Secrecy
{
    /// <summary>None.</summary>
    None,

    /// <summary>Secrecy of communications (Act 917/2014): traffic data.</summary>
    Communications,

    /// <summary>Secrecy of social care clients (Act 703/2023).</summary>
    SocialCare,

    /// <summary>Secrecy of health data.</summary>
    Health,
}
