namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>What keeps data from being erased.</summary>
public enum BlockerKind
{
    /// <summary>Law demands that it is kept (Art. 17(3)(b)).</summary>
    Law,

    /// <summary>An invoice is open.</summary>
    OpenInvoice,

    /// <summary>A claim is being collected.</summary>
    Collection,

    /// <summary>The relationship is in force.</summary>
    RelationshipInForce,

    /// <summary>The person acts as a company's contact.</summary>
    CompanyContact,

    /// <summary>Research would be made impossible (Art. 17(3)(d)).</summary>
    Research,
}
