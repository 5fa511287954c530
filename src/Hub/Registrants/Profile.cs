namespace PersonalDataHub.Hub.Registrants;

/// <summary>What sources say of a person, compared. Two e-mail addresses are no conflict; two birth dates are.</summary>
public sealed record Profile
{
    /// <summary>The family name in use.</summary>
    public UnifiedText? FamilyName { get; init; }

    /// <summary>All given names.</summary>
    public UnifiedText? GivenNames { get; init; }

    /// <summary>The name the person wants to be called by.</summary>
    public UnifiedText? PreferredName { get; init; }

    /// <summary>Family names that were in use before.</summary>
    public required IReadOnlyList<UnifiedText> FormerNames { get; init; }

    /// <summary>The date of birth, <c>yyyy-MM-dd</c>.</summary>
    public UnifiedText? BirthDate { get; init; }

    /// <summary>The language of service, ISO 639-1.</summary>
    public UnifiedText? Language { get; init; }

    /// <summary>E-mail addresses.</summary>
    public required IReadOnlyList<UnifiedText> Emails { get; init; }

    /// <summary>Telephone numbers.</summary>
    public required IReadOnlyList<UnifiedText> Phones { get; init; }

    /// <summary>The permanent postal address; sources that differ make one value in conflict.</summary>
    public required IReadOnlyList<UnifiedText> PostalAddresses { get; init; }

    /// <summary>A profile of which nothing is known.</summary>
    internal static Profile Empty { get; } =
        new() { FormerNames = [], Emails = [], Phones = [], PostalAddresses = [] };
}
