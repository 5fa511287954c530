namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>Facts that registers' policies speak of. Sources may tell others.</summary>
public static class FactKinds
{
    /// <summary>An invoice is unpaid.</summary>
    public const string OpenInvoice = "openInvoice";

    /// <summary>A collection case is open.</summary>
    public const string OpenCollection = "openCollection";

    /// <summary>A contract is in force.</summary>
    public const string ContractInForce = "contractInForce";

    /// <summary>The moment of the latest contact with the person.</summary>
    public const string LastContact = "lastContact";

    /// <summary>The person acts as a company's contact.</summary>
    public const string CompanyContact = "companyContact";
}
