namespace PersonalDataHub.Hub.Requests;

/// <summary>What a person asks for (GDPR Chapter III).</summary>
public enum DataSubjectRequestKind
{
    /// <summary>Correct what is wrong, outdated, incomplete or unnecessary (Art. 16).</summary>
    Rectification,

    /// <summary>Keep, but do not use (Art. 18).</summary>
    Restriction,

    /// <summary>End a restriction; the person is told first (Art. 18(3)).</summary>
    RestrictionLift,

    /// <summary>Erase (Art. 17).</summary>
    Erasure,
}
