namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>Who gets data, which, why and where (GDPR Art. 13(1)(e), 30(1)(d)).</summary>
/// <param name="Id">Its id in kebab case.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">What the notice calls it.</param>
public sealed record Recipient(string Id, RecipientKind Kind, LocalText Name)
{
    /// <summary>Where it keeps the data, ISO 3166-1 alpha-2; default Finland.</summary>
    public string Country { get; init; } = "FI";

    /// <summary>The safeguard of a transfer to a third country, such as <c>GDPR Art. 46(2)(c)</c>; null for none.</summary>
    public string? Safeguard { get; init; }

    /// <summary>Why a transfer is necessary, where the register allows only necessary ones; null for not recorded.</summary>
    public LocalText? Necessity { get; init; }

    /// <summary>The contract with it; null for none.</summary>
    public Agreement? Agreement { get; init; }

    /// <summary>The task it has; null where the notice names none.</summary>
    public LocalText? Task { get; init; }

    /// <summary>The technical interface through which data goes; null for none.</summary>
    public string? Interface { get; init; }

    /// <summary>Ids of the grounds on which it may get data; see <see cref="DisclosureGround"/>. Empty for a recipient that needs none.</summary>
    public IReadOnlyList<string> Grounds { get; init; } = [];

    /// <summary>Ids of the purposes it may use data for.</summary>
    public IReadOnlyList<string> Purposes { get; init; } = [];

    /// <summary>Ids of the categories it may get; see <see cref="Fields"/>.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The exact fields it may get, as <c>recordType.field</c> or <c>recordType</c>; empty for whole categories.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>How fine the data may be.</summary>
    public Granularity Granularity { get; init; }

    /// <summary>Ids of the statements behind it.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];
}
