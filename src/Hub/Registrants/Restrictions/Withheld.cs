namespace PersonalDataHub.Hub.Registrants.Restrictions;

/// <summary>Why a value that a source holds is not shown: the person's data is restricted (GDPR Art. 18).</summary>
public sealed record Withheld
{
    internal Withheld(Restriction restriction) =>
        (Ground, Since, Request) = (restriction.Ground, restriction.Since, restriction.Request);

    /// <summary>In words, without personal data.</summary>
    public string Reason => Ground switch
    {
        RestrictionGround.AccuracyContested =>
            "Restricted: the person contests that it is accurate, and it is being checked (GDPR Art. 18(1)(a)).",
        RestrictionGround.UnlawfulProcessing =>
            "Restricted: processing it was unlawful, and the person wants it restricted instead of erased (GDPR Art. 18(1)(b)).",
        RestrictionGround.NeededForLegalClaims =>
            "Restricted: it is kept only because the person needs it for legal claims (GDPR Art. 18(1)(c)).",
        RestrictionGround.ObjectionPending =>
            "Restricted: the person has objected, and the objection is being weighed (GDPR Art. 18(1)(d)).",
        _ => throw new InvalidOperationException("The set of grounds is closed."),
    };

    /// <summary>The ground of the restriction.</summary>
    public RestrictionGround Ground { get; }

    /// <summary>Since when it is restricted.</summary>
    public DateTimeOffset Since { get; }

    /// <summary>The id of the request that restricted it.</summary>
    public Guid Request { get; }
}
