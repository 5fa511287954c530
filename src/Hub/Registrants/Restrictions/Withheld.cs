using PersonalDataHub.Hub.Registers.Retention;

namespace PersonalDataHub.Hub.Registrants.Restrictions;

/// <summary>
/// Why a value that a source holds is not shown: the person's data is restricted (GDPR Art. 18), or its time for the purpose is
/// over (Art. 5(1)(b), (e)).
/// </summary>
public sealed record Withheld
{
    internal Withheld(Restriction restriction) =>
        (Ground, Since, Request) = (restriction.Ground, restriction.Since, restriction.Request);

    internal Withheld(string rule, DateOnly lastDay) => (Rule, Since) = (rule, RetentionDay.Start(lastDay.AddDays(1)));

    /// <summary>In words, without personal data.</summary>
    public string Reason => Ground switch
    {
        null => $"Its time for this purpose is over by the retention rule '{Rule}' (GDPR Art. 5(1)(b), (e)).",
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

    /// <summary>The ground of the restriction; null where its time for the purpose is over.</summary>
    public RestrictionGround? Ground { get; }

    /// <summary>The id of the retention rule whose time for the purpose is over; null where it is restricted.</summary>
    public string? Rule { get; }

    /// <summary>Since when it is withheld.</summary>
    public DateTimeOffset Since { get; }

    /// <summary>The id of the request that restricted it; null where its time for the purpose is over.</summary>
    public Guid? Request { get; }
}
