namespace PersonalDataHub.Hub.GraphQL.Requests;

/// <summary>Who acts for the person.</summary>
public sealed record RepresentativeInput
{
    /// <summary>The representative's name.</summary>
    public required string Name { get; init; }

    /// <summary>As what: guardian, proxy, lawyer.</summary>
    public required string Capacity { get; init; }

    /// <summary>What shows it, and where it is filed.</summary>
    public required string Evidence { get; init; }
}
