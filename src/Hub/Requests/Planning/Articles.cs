using PersonalDataHub.Hub.Registrants.Restrictions;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>The articles of the GDPR on which fates rest.</summary>
internal static class Articles
{
    public const string Rectification = "GDPR Art. 16";

    public const string RestrictionLift = "GDPR Art. 18(3)";

    public static string Of(ErasureGround ground) => ground switch
    {
        ErasureGround.NoLongerNecessary => "GDPR Art. 17(1)(a)",
        ErasureGround.ConsentWithdrawn => "GDPR Art. 17(1)(b)",
        ErasureGround.Objection => "GDPR Art. 17(1)(c)",
        ErasureGround.UnlawfulProcessing => "GDPR Art. 17(1)(d)",
        ErasureGround.LegalObligation => "GDPR Art. 17(1)(e)",
        ErasureGround.ChildsOnlineService => "GDPR Art. 17(1)(f)",
        _ => throw new ArgumentOutOfRangeException(nameof(ground), ground, "The set of grounds is closed."),
    };

    public static string Of(RestrictionGround ground) => ground switch
    {
        RestrictionGround.AccuracyContested => "GDPR Art. 18(1)(a)",
        RestrictionGround.UnlawfulProcessing => "GDPR Art. 18(1)(b)",
        RestrictionGround.NeededForLegalClaims => "GDPR Art. 18(1)(c)",
        RestrictionGround.ObjectionPending => "GDPR Art. 18(1)(d)",
        _ => throw new ArgumentOutOfRangeException(nameof(ground), ground, "The set of grounds is closed."),
    };
}
