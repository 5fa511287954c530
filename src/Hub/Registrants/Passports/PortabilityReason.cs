namespace PersonalDataHub.Hub.Registrants.Passports;

/// <summary>Why a value can be taken along to another controller, or not (GDPR Art. 20).</summary>
public enum PortabilityReason
{
    /// <summary>It can: the person gave it or it arose from use, it rests on consent or contract, and a machine processes it.</summary>
    Portable,

    /// <summary>It can, but it is about somebody else too, whose rights come first (Art. 20(4)).</summary>
    PortableWithCare,

    /// <summary>Somebody concluded it (Art. 20(1): data that the person has provided).</summary>
    Inferred,

    /// <summary>No purpose that may see it rests on consent or contract (Art. 20(1)(a)).</summary>
    OtherBasis,

    /// <summary>It is kept on paper (Art. 20(1)(b)).</summary>
    NotAutomated,
}
