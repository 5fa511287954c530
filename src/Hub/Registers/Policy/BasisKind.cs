namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>The legal bases of GDPR Art. 6(1).</summary>
public enum BasisKind
{
    /// <summary>Art. 6(1)(a).</summary>
    Consent,

    /// <summary>Art. 6(1)(b): a contract, or the person's own mandate or assignment.</summary>
    Contract,

    /// <summary>Art. 6(1)(c).</summary>
    LegalObligation,

    /// <summary>Art. 6(1)(d).</summary>
    VitalInterests,

    /// <summary>Art. 6(1)(e).</summary>
    PublicTask,

    /// <summary>Art. 6(1)(f): a customer relationship or other appropriate connection.</summary>
    LegitimateInterest,
}
