namespace PersonalDataHub.Hub.Registers;

/// <summary>What restricted data may still be used for (GDPR Art. 18(2)); what a purpose serves of it.</summary>
public enum RestrictedUse
{
    /// <summary>None of these: ordinary business.</summary>
    None,

    /// <summary>Being kept where it is. No purpose: nobody reads for it.</summary>
    Storage,

    /// <summary>The person's own rights and their fulfilment, reading back included (Chapter III).</summary>
    Rights,

    /// <summary>Establishing, exercising or defending legal claims.</summary>
    LegalClaims,

    /// <summary>What the person has consented to.</summary>
    Consent,

    /// <summary>Protecting the rights of another person, natural or legal.</summary>
    Protection,

    /// <summary>Important public interest of the Union or a member state.</summary>
    PublicInterest,
}
