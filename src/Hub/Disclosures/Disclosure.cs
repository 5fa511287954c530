namespace PersonalDataHub.Hub.Disclosures;

/// <summary>Data that went to somebody: what Art. 15(1)(c) tells and Art. 19 notifies.</summary>
public sealed record Disclosure
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>In what way it went.</summary>
    public required DisclosureKind Kind { get; init; }

    /// <summary>The recipient's id in the register's policy.</summary>
    public required string Recipient { get; init; }

    /// <summary>Where it went, ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>The names of the fields that went; never values.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>The ground's id; null where the recipient needs none.</summary>
    public string? Ground { get; init; }

    /// <summary>The id of the purpose that the recipient got it for.</summary>
    public required string Purpose { get; init; }

    /// <summary>The task of the recipient; null where none is named.</summary>
    public string? Task { get; init; }

    /// <summary>Who asked, for authorities.</summary>
    public string? Requester { get; init; }

    /// <summary>The law that a demand rests on.</summary>
    public string? LegalGround { get; init; }

    /// <summary>The controller that took over, in a transfer of business.</summary>
    public string? Successor { get; init; }

    /// <summary>The safeguard of a transfer outside the EU and the EEA.</summary>
    public string? Safeguard { get; init; }

    /// <summary>Why a transfer outside the EU and the EEA was necessary.</summary>
    public string? Necessity { get; init; }

    /// <summary>The segment, where only a group went in which nobody is told apart.</summary>
    public string? Segment { get; init; }

    /// <summary>Whether it was everybody's data: whoever was in the register then is concerned.</summary>
    public required bool WholeRegister { get; init; }

    /// <summary>How many persons it was about.</summary>
    public required int Persons { get; init; }

    /// <summary>The version of the register's policy in force.</summary>
    public required string PackVersion { get; init; }

    /// <summary>The version of the notice in force; null when there was none.</summary>
    public string? Notice { get; init; }

    /// <summary>Who recorded it.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The recipient's receipt; null where none came, or none is asked for.</summary>
    public DisclosureReceipt? Receipt { get; init; }
}
