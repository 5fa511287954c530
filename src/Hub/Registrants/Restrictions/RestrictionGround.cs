namespace PersonalDataHub.Hub.Registrants.Restrictions;

/// <summary>Why processing is restricted (GDPR Art. 18(1)).</summary>
public enum RestrictionGround
{
    /// <summary>18(1)(a): the person contests the accuracy, for as long as it is checked.</summary>
    AccuracyContested,

    /// <summary>18(1)(b): unlawful, and the person wants restriction instead of erasure.</summary>
    UnlawfulProcessing,

    /// <summary>18(1)(c): no longer needed but by the person, for legal claims.</summary>
    NeededForLegalClaims,

    /// <summary>18(1)(d): the person objected, for as long as it is weighed.</summary>
    ObjectionPending,
}
