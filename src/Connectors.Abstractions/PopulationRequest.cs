namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>Asks for a page of the persons a source holds.</summary>
public sealed record PopulationRequest
{
    /// <summary>Only those whose fact of this name lies before <see cref="Before"/>; null for all.</summary>
    public string? Fact { get; init; }

    /// <summary>See <see cref="Fact"/>.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>The most persons a page may hold, 1 to 10,000.</summary>
    public int PageSize { get; init; } = 1000;

    /// <summary>What the page before returned; null for the first.</summary>
    public string? PageToken { get; init; }
}

/// <summary>A page of the persons a source holds.</summary>
/// <param name="Identities">One identity per person, of the source's own kind.</param>
/// <param name="NextPageToken">What asks for the next page; null when this is the last.</param>
public sealed record PopulationPage(IReadOnlyList<SubjectIdentity> Identities, string? NextPageToken);
