namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>When web data may be joined to a person.</summary>
public enum WebJoin
{
    /// <summary>Never.</summary>
    Never,

    /// <summary>Once the person has consented to that (Act 917/2014 s. 205, GDPR Art. 6(1)(a)).</summary>
    WithConsent,
}
