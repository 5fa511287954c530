using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Registrants.Identities;

/// <summary>What is known of one of the two sides that a link would join.</summary>
public sealed record LinkSide
{
    public required IReadOnlyList<SubjectIdentity> Identities { get; init; }

    /// <summary>Birth dates known from elsewhere than an identity code.</summary>
    public IReadOnlyList<DateOnly> BirthDates { get; init; } = [];

    /// <summary>The ids of the separations that name an identity of this side.</summary>
    public IReadOnlyList<Guid> Separations { get; init; } = [];

    public static LinkSide Of(KnownRegistrant registrant, params IReadOnlyList<DateOnly> birthDates) => new()
    {
        Identities = registrant.Identities,
        BirthDates = birthDates,
        Separations = [.. registrant.Separations.Select(separation => separation.Id)],
    };
}
