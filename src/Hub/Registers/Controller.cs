namespace PersonalDataHub.Hub.Registers;

/// <summary>The company or person that decides why and how the data is processed (GDPR Art. 4(7)).</summary>
/// <param name="Name">Its name.</param>
/// <param name="BusinessId">Its Finnish business id, such as <c>9900005-0</c>; null when it has none.</param>
public sealed record Controller(string Name, string? BusinessId)
{
    /// <summary>Shorter or other names it goes by.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Street and postal address; null where the notice gives none.</summary>
    public string? Address { get; init; }

    /// <summary>Telephone number; null where the notice gives none.</summary>
    public string? Phone { get; init; }

    /// <summary>E-mail address; null where the notice gives none.</summary>
    public string? Email { get; init; }

    /// <summary>True for a natural person trading alone.</summary>
    public bool NaturalPerson { get; init; }
}
