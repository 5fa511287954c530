namespace PersonalDataHub.Connectors.Tables;

/// <summary>A file was changed while it was read.</summary>
internal sealed class StaleTableException() : Exception("A table was changed while it was read.");
