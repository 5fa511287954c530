using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>One identity of a person.</summary>
public sealed record IdentityInput
{
    /// <summary>Its kind: <c>customerNumber</c>, <c>identityCode</c>, <c>email</c>, <c>phone</c>, <c>visitorId</c>, ….</summary>
    [ID]
    public required string Kind { get; init; }

    /// <summary>The identity as people write it; the hub brings it to its normal form.</summary>
    public required string Value { get; init; }

    /// <summary>Who gave it; can be left out where only one source gives such identities.</summary>
    [ID]
    public string? Issuer { get; init; }
}
