using PersonalDataHub.Hub.Registers;

namespace PersonalDataHub.Hub.Registrants.Restrictions;

/// <summary>What restricted data may still be used for: the one place that decides it (GDPR Art. 18(2)).</summary>
internal static class AllowedUse
{
    /// <summary>Whether data restricted on a ground may be used so. The law asks the same of every ground.</summary>
    public static bool Allows(RestrictionGround ground, RestrictedUse use) => (ground, use) switch
    {
        (_, RestrictedUse.None) => false,
        (_, RestrictedUse.Storage or RestrictedUse.Rights or RestrictedUse.LegalClaims or RestrictedUse.Consent
            or RestrictedUse.Protection or RestrictedUse.PublicInterest) => true,
        _ => throw new ArgumentOutOfRangeException(nameof(use), use, "The set of uses is closed."),
    };

    /// <summary>
    /// Whether data restricted on a ground may be erased because its time is over. Not where the person wants it kept:
    /// instead of an erasure (18(1)(b)) or for legal claims (18(1)(c)).
    /// </summary>
    public static bool MayRetentionErase(RestrictionGround ground) => ground switch
    {
        RestrictionGround.AccuracyContested or RestrictionGround.ObjectionPending => true,
        RestrictionGround.UnlawfulProcessing or RestrictionGround.NeededForLegalClaims => false,
        _ => throw new ArgumentOutOfRangeException(nameof(ground), ground, "The set of grounds is closed."),
    };
}
