namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>From whom a register gets data (GDPR Art. 14(2)(f)).</summary>
public enum OriginKind
{
    /// <summary>The person.</summary>
    Registrant,

    /// <summary>Events of the relationship and of the use of services, in the controller's own systems.</summary>
    OwnSystems,

    /// <summary>Shops, web shops and resellers where the person buys.</summary>
    Purchases,

    /// <summary>Authorities and public registers, such as the population information system.</summary>
    PublicRegister,

    /// <summary>Companies that keep names and contact data up to date.</summary>
    UpdateService,

    /// <summary>Credit information registers.</summary>
    CreditInformation,

    /// <summary>Partners, such as an insurance company.</summary>
    Partner,

    /// <summary>Subcontractors that take part in a service.</summary>
    Subcontractor,

    /// <summary>The person's other digital activity: partner sites, invitation links, cookies, given credentials.</summary>
    DigitalActivity,

    /// <summary>Cookies and logs of the controller's own web service.</summary>
    WebService,
}
