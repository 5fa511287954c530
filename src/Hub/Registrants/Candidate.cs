using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>Somebody who may be the person asked for, or the same as the registrant. Only a person decides.</summary>
public sealed record Candidate
{
    /// <summary>Names the candidate for confirming or separating; opaque and stable.</summary>
    public required string Id { get; init; }

    /// <summary>The kind of the identity under which the candidate is known.</summary>
    public required string Kind { get; init; }

    /// <summary>That identity as it may be shown; an identity code is masked.</summary>
    public required string Value { get; init; }

    /// <summary>Who issued that identity; null for kinds without issuer.</summary>
    public string? Issuer { get; init; }

    /// <summary>The kinds of identity that point to the candidate, such as <c>email</c>.</summary>
    public required IReadOnlyList<string> SharedKinds { get; init; }

    /// <summary>How many records of the source stand under this candidate, as far as they were read.</summary>
    public required int Records { get; init; }

    /// <summary>Why it is a candidate and not the same person, in words without personal data.</summary>
    public required string Reason { get; init; }

    internal Source Source { get; init; } = null!;
}
