namespace PersonalDataHub.Hub.Audit;

/// <summary>How an operation ended. Names, ids, tokens and counts; never a value.</summary>
public sealed record AuditOutcome
{
    /// <summary>What happened: <c>answered</c>, <c>refused</c>, <c>nothingFound</c>, <c>failed</c> …</summary>
    public required string Outcome { get; init; }

    /// <summary>What <see cref="AuditTrail.TokenOf"/> gives for the registrant, when one was found.</summary>
    public string? RegistrantToken { get; init; }

    /// <summary>The sources that were asked and how each answered.</summary>
    public IReadOnlyList<AuditedSource> Sources { get; init; } = [];

    /// <summary>How many records were given out or changed.</summary>
    public int Records { get; init; }
}
