namespace PersonalDataHub.Hub.Registrants;

/// <summary>Asks for everything wanted of one person in one register.</summary>
public sealed record RegistrantQuery
{
    /// <summary>The register's id.</summary>
    public required string Register { get; init; }

    /// <summary>Who is asked for.</summary>
    public required RegistrantKey Key { get; init; }

    /// <summary>The purpose the answer is for; must be one of the register's.</summary>
    public required string Purpose { get; init; }

    /// <summary>How long the answer may take; sources that have not answered by then read as timed out. 10 ms to 1 min.</summary>
    public TimeSpan WaitAtMost { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether the unified profile is wanted.</summary>
    public bool Profile { get; init; }

    /// <summary>Whether the person's identities are wanted, from every source that knows some.</summary>
    public bool Identities { get; init; }

    /// <summary>Whether persons who may be the same are wanted.</summary>
    public bool Candidates { get; init; }

    /// <summary>Whether it is wanted how long values stay, which asks sources how the relationship stands.</summary>
    public bool Keeping { get; init; }

    /// <summary>Whether it is wanted how erasure blockers stand for the person, which asks sources for their facts.</summary>
    public bool Blockers { get; init; }

    /// <summary>Whether identity codes are shown whole; only for a data protection officer, and told in the audit trail.</summary>
    public bool Reveal { get; init; }

    /// <summary>Whether the caller may see what law keeps secret for a purpose that does not name it.</summary>
    internal bool SeesSecret { get; init; }

    /// <summary>The lists of records wanted.</summary>
    public IReadOnlyList<RecordSelection> Records { get; init; } = [];

    /// <summary>Which of <see cref="Records"/> may come after the answer: it does not wait for sources that only they need.</summary>
    public IReadOnlySet<RecordSelection> Deferred { get; init; } = new HashSet<RecordSelection>();
}
