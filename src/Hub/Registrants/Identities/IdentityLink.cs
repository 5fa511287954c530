using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Registrants.Identities;

/// <summary>A confirmed link between two identities of one person, with what it rests on.</summary>
public sealed record IdentityLink
{
    public required Guid Id { get; init; }

    public required SubjectIdentity A { get; init; }

    public required SubjectIdentity B { get; init; }

    public required LinkMethod Method { get; init; }

    /// <summary>The source that showed it; null when a person confirmed it.</summary>
    public required string? Source { get; init; }

    /// <summary>The record type that showed it, never a record's key or value; null when a person confirmed it.</summary>
    public required string? Evidence { get; init; }

    /// <summary>The weaker of what its two identities prove.</summary>
    public required IdentityStrength Strength { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    /// <summary>The source or the person that made it.</summary>
    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
