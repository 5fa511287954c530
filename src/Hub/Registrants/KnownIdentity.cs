using PersonalDataHub.Hub.Registrants.Restrictions;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>By what a person is known, and how the hub learnt that it is this person's.</summary>
public sealed record KnownIdentity
{
    /// <summary>Names the identity for confirming or separating; opaque and stable.</summary>
    public required string Id { get; init; }

    /// <summary>The identity's kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The identity as it may be shown: an identity code is masked; null when it is withheld.</summary>
    public required string? Value { get; init; }

    /// <summary>Why the identity is not shown; null when it is.</summary>
    public Withheld? Withheld { get; init; }

    /// <summary>Who issued it; null for kinds without issuer.</summary>
    public string? Issuer { get; init; }

    /// <summary>Whether it is used to ask sources: false for what people share or pass on, until a person confirms it.</summary>
    public required bool Confirmed { get; init; }

    /// <summary>How the hub learnt it: given in the search, a source's record, the same identity code, or a person.</summary>
    public required string Method { get; init; }

    /// <summary>The source that told it; null when a person did.</summary>
    public string? Source { get; init; }

    /// <summary>The record type that told it.</summary>
    public string? Evidence { get; init; }

    /// <summary>The first day on which it was this person's; null when not known.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day on which it was this person's; null while it still is.</summary>
    public DateOnly? ValidTo { get; init; }

    internal KnownIdentity Without(Withheld withheld) => this with { Value = null, ValidFrom = null, ValidTo = null, Withheld = withheld };
}
