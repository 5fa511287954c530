using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Disclosures;

namespace PersonalDataHub.Hub.GraphQL.Disclosures;

/// <summary>What authorities, transfers of business and transfers to third countries need.</summary>
[GraphQLName("DisclosureDetails")]
public sealed record DisclosureDetailsInput
{
    /// <summary>Who asked: office, official and reference. Kept sealed.</summary>
    public string? Requester { get; init; }

    /// <summary>The law that the demand rests on.</summary>
    public string? LegalGround { get; init; }

    /// <summary>The controller that takes over.</summary>
    public string? Successor { get; init; }

    /// <summary>Where it goes, ISO 3166-1 alpha-2, when elsewhere than the policy says of the recipient.</summary>
    public string? Country { get; init; }

    /// <summary>The safeguard of a transfer outside the EU and the EEA.</summary>
    public string? Safeguard { get; init; }

    /// <summary>Why such a transfer is necessary.</summary>
    public string? Necessity { get; init; }

    internal DisclosureOrder AddTo(DisclosureOrder order) => order with
    {
        Requester = Requester,
        LegalGround = LegalGround,
        Successor = Successor,
        Country = Country,
        Safeguard = Safeguard,
        Necessity = Necessity,
    };
}
