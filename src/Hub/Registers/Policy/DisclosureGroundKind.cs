namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>On what a disclosure may rest.</summary>
public enum DisclosureGroundKind
{
    /// <summary>A contract.</summary>
    Contract,

    /// <summary>The person's separate consent or permission, looked up when data goes.</summary>
    Consent,

    /// <summary>An explicit statute or an authority's lawful demand.</summary>
    Statute,

    /// <summary>A credit application of the person.</summary>
    CreditApplication,

    /// <summary>Collection of a debt.</summary>
    DebtCollection,

    /// <summary>Invoicing.</summary>
    Invoicing,

    /// <summary>A value-added service that another provides.</summary>
    ValueAddedService,

    /// <summary>Enforcing terms of use or securing services.</summary>
    Protection,

    /// <summary>An acquisition, merger, outsourcing or other transfer of business.</summary>
    TransferOfBusiness,

    /// <summary>Publication, unless the person forbids it.</summary>
    Publication,

    /// <summary>Tasks that match the register's purposes and the customership.</summary>
    MatchingTask,
}
