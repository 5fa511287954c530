namespace PersonalDataHub.Hub.Registrants.Identities;

/// <summary>What keeps a text from being an identity of its kind.</summary>
public enum IdentityDefect
{
    Empty,
    Malformed,

    /// <summary>The check character does not fit.</summary>
    WrongCheckCharacter,

    /// <summary>Not a day of the calendar, or one still to come.</summary>
    ImpossibleDate,

    /// <summary>A number that is never given to anybody, or only to artificial people where those are not let in.</summary>
    NeverIssued,

    /// <summary>Fits more than one identity, such as an identity code without its sign.</summary>
    Ambiguous,

    /// <summary>Several identities in one text, or one with an extension.</summary>
    Multiple,

    /// <summary>An emergency or service number, which is nobody's.</summary>
    ServiceNumber,

    IssuerMissing,
}
