using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.Disclosures;

/// <summary>Asks whether data may go to a recipient, and records that it does.</summary>
public sealed record DisclosureOrder
{
    /// <summary>The register's id.</summary>
    public required string Register { get; init; }

    /// <summary>The recipient's id in the register's policy.</summary>
    public required string Recipient { get; init; }

    /// <summary>Whose data it is; empty for a segment or the whole register.</summary>
    public IReadOnlyList<RegistrantKey> Registrants { get; init; } = [];

    /// <summary>Whether everybody's data goes, as in a transfer of business.</summary>
    public bool WholeRegister { get; init; }

    /// <summary>The segment's id, when only a group goes in which nobody is told apart.</summary>
    public string? Segment { get; init; }

    /// <summary>How many persons a segment or the whole register has; at persons they are counted.</summary>
    public int? Persons { get; init; }

    /// <summary>What goes: <c>recordType</c> or <c>recordType.field</c>. Names, never values.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>The ground's id in the register's policy; null where the recipient needs none.</summary>
    public string? Ground { get; init; }

    /// <summary>The id of the purpose that the recipient gets it for.</summary>
    public required string For { get; init; }

    /// <summary>Who asked, for authorities: office, official and reference.</summary>
    public string? Requester { get; init; }

    /// <summary>The law the demand rests on, such as <c>Police Act 872/2011 4:3</c>.</summary>
    public string? LegalGround { get; init; }

    /// <summary>The controller that takes over, in a transfer of business.</summary>
    public string? Successor { get; init; }

    /// <summary>Where it goes, ISO 3166-1 alpha-2, when elsewhere than the policy says of the recipient.</summary>
    public string? Country { get; init; }

    /// <summary>The safeguard of a transfer outside the EU and the EEA; null takes the recipient's.</summary>
    public string? Safeguard { get; init; }

    /// <summary>Why a transfer outside the EU and the EEA is necessary; null takes the recipient's.</summary>
    public string? Necessity { get; init; }
}
