namespace PersonalDataHub.Hub.Disclosures;

/// <summary>In what way data goes to a recipient.</summary>
public enum DisclosureKind
{
    /// <summary>Own staff or another register of the same controller use it: nobody outside gets anything.</summary>
    OwnUse,

    /// <summary>A processor gets it and acts for the controller (GDPR Art. 28).</summary>
    Processing,

    /// <summary>Another controller or an authority gets it (Art. 4(9)).</summary>
    Disclosure,

    /// <summary>It goes over to who takes over the business.</summary>
    TransferOfBusiness,
}
