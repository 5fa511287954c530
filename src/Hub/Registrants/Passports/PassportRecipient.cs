using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registrants.Passports;

/// <summary>Who may get a value (GDPR Art. 15(1)(c)).</summary>
public sealed record PassportRecipient
{
    /// <summary>The recipient's id.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required RecipientKind Kind { get; init; }

    /// <summary>What the notice calls it.</summary>
    public required LocalText Name { get; init; }

    /// <summary>Where it keeps the value: ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>The safeguard of a transfer outside the EU and the EEA; null where there is none.</summary>
    public string? Safeguard { get; init; }

    /// <summary>What it does with the value.</summary>
    public LocalText? Task { get; init; }

    /// <summary>Whether it gets values of persons, or only of segments.</summary>
    public Granularity Granularity { get; init; }

    /// <summary>Ids of the purposes it may use the value for; none means that the notice does not say.</summary>
    public IReadOnlyList<string> Purposes { get; init; } = [];

    /// <summary>Ids of the statements behind it.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];

    internal static PassportRecipient Of(Recipient recipient) => new()
    {
        Id = recipient.Id,
        Kind = recipient.Kind,
        Name = recipient.Name,
        Country = recipient.Country,
        Safeguard = recipient.Safeguard,
        Task = recipient.Task,
        Granularity = recipient.Granularity,
        Purposes = recipient.Purposes,
        Statements = recipient.Statements,
    };
}
