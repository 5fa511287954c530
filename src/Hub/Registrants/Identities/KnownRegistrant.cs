using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Registrants.Identities;

/// <summary>What the hub knows of one person in one register: the identities that confirmed links, valid now, connect.</summary>
public sealed record KnownRegistrant
{
    /// <summary>Random; says nothing of the person. Stays when links are added; of two that become one the older stays.</summary>
    public required Guid Id { get; init; }

    /// <summary>The ids of the registrants that are one in it, its own included.</summary>
    internal IReadOnlyList<Guid> Ids { get; init; } = [];

    public required string Register { get; init; }

    public required IReadOnlyList<SubjectIdentity> Identities { get; init; }

    public required IReadOnlyList<IdentityLink> Links { get; init; }

    public required IReadOnlyList<Separation> Separations { get; init; }

    /// <summary>Links of the same call that were not accepted; empty except in answers of <see cref="IdentityGraph.RememberAsync"/>.</summary>
    public IReadOnlyList<RefusedLink> Refused { get; init; } = [];

    /// <summary>The id, never an identity.</summary>
    public override string ToString() => $"registrant {Id}";
}
