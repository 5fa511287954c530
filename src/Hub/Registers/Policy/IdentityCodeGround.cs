namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>On what a register may hold personal identity codes (Data Protection Act 1050/2018 s. 29).</summary>
public enum IdentityCodeGround
{
    /// <summary>The person has consented.</summary>
    Consent,

    /// <summary>A law says so.</summary>
    Law,

    /// <summary>A statutory task needs the person told apart from everybody else.</summary>
    StatutoryTask,

    /// <summary>Rights and duties of the person or the controller need it.</summary>
    RightsAndDuties,

    /// <summary>Scientific or historical research, or statistics, need it.</summary>
    Research,

    /// <summary>Granting credit or collecting a debt; services that are paid afterwards are like credit.</summary>
    CreditAndCollection,

    /// <summary>Insurance, credit institutions, payment services, renting and lending.</summary>
    FinancialServices,

    /// <summary>Health care.</summary>
    HealthCare,

    /// <summary>Social care and social security.</summary>
    SocialCare,

    /// <summary>Employment and service relationships.</summary>
    Employment,
}
