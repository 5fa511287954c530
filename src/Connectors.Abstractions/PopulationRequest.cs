namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>Asks for a page of the persons a source holds.</summary>
public sealed record PopulationRequest
{
    /// <summary>Only those whose fact of this name lies before <see cref="Before"/>; null for all.</summary>
    public string? Fact { get; init; }

    /// <summary>See <see cref="Fact"/>.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>
    /// False for persons all of whose moments lie before the date, such as those without any later contact; true for persons
    /// one of whose moments does, such as those with an old recording among newer ones.
    /// </summary>
    public bool Earliest { get; init; }

    /// <summary>Whether <see cref="PopulationPage.Total"/> is asked for.</summary>
    public bool WithTotal { get; init; }

    /// <summary>The most persons a page may hold, 1 to 10,000.</summary>
    public int PageSize { get; init; } = 1000;

    /// <summary>What the page before returned; null for the first.</summary>
    public string? PageToken { get; init; }
}

/// <summary>A page of the persons a source holds.</summary>
/// <param name="Identities">One identity per person, of the source's own kind.</param>
/// <param name="NextPageToken">What asks for the next page; null when this is the last.</param>
public sealed record PopulationPage(IReadOnlyList<SubjectIdentity> Identities, string? NextPageToken)
{
    /// <summary>How many persons the source holds in all, whoever was asked for; null when it was not asked or cannot be told.</summary>
    public long? Total { get; init; }
}
