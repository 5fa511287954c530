namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>What a contact of a register is for.</summary>
public enum ContactRole
{
    /// <summary>Questions about the register.</summary>
    ContactPerson,

    /// <summary>The data protection officer (GDPR Art. 37 to 39): cases are routed and escalated there.</summary>
    DataProtectionOfficer,

    /// <summary>Who answers for the register.</summary>
    ResponsiblePerson,

    /// <summary>A mailbox for privacy matters only.</summary>
    PrivacyMailbox,

    /// <summary>The customer service.</summary>
    CustomerService,

    /// <summary>Who keeps the register in practice, such as the holder of a web site.</summary>
    RegisterKeeper,
}
