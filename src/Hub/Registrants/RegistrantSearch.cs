namespace PersonalDataHub.Hub.Registrants;

/// <summary>The answer to a search. A missing registrant is never ambiguous: the other parts say why.</summary>
public sealed record RegistrantSearch
{
    /// <summary>The person; null when nobody, or more than one, was found by what was given.</summary>
    public Registrant? Registrant { get; init; }

    /// <summary>Persons who may be the one asked for, or the same as the registrant: a person decides.</summary>
    public required IReadOnlyList<Candidate> Candidates { get; init; }

    /// <summary>False when a source that could have told who this is did not answer.</summary>
    public required bool Conclusive { get; init; }

    /// <summary>How it went with every source of the register, until the answer.</summary>
    public required IReadOnlyList<SourceReading> Sources { get; init; }

    /// <summary>How it went with every source once the lists that come later are read, too.</summary>
    internal Func<Task<IReadOnlyList<SourceReading>>> SourcesInTheEnd { get; init; } = null!;
}
