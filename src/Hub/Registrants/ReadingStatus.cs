namespace PersonalDataHub.Hub.Registrants;

/// <summary>How it went with one source in one search.</summary>
public enum ReadingStatus
{
    /// <summary>
    /// It answered all that was asked and holds something of the person. What it could not read at all, such as
    /// malformed lines that name nobody, is told as gaps.
    /// </summary>
    Answered,

    /// <summary>It answered a part; the failure says why not the rest.</summary>
    Partial,

    /// <summary>It answered and holds nothing of the person.</summary>
    NothingFound,

    /// <summary>It was not needed for what was asked, or knows no identity by which this person is known.</summary>
    NotAsked,

    /// <summary>It did not answer in time.</summary>
    TimedOut,

    /// <summary>It answered with a failure.</summary>
    Failed,

    /// <summary>It is switched off or quarantined; the reason says why.</summary>
    Disabled,

    /// <summary>It holds only categories that the purpose may not see, so it was not asked.</summary>
    Withheld,
}
