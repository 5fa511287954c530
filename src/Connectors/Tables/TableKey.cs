namespace PersonalDataHub.Connectors.Tables;

/// <summary>What rows are found by.</summary>
/// <param name="Name">Keeps equal values of different meaning apart.</param>
/// <param name="Of">The value that finds the row, in the form in which it is asked for; null for none.</param>
internal sealed record TableKey(string Name, Func<TableRow, string?> Of);
