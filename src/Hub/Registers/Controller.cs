namespace PersonalDataHub.Hub.Registers;

/// <summary>The company that decides why and how the data is processed (GDPR Art. 4(7)).</summary>
/// <param name="Name">Its name.</param>
/// <param name="BusinessId">Its Finnish business id, such as <c>9900005-0</c>; null when it has none.</param>
public sealed record Controller(string Name, string? BusinessId);
