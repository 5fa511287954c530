namespace PersonalDataHub.Hub.Registrants;

/// <summary>A place in a list of records over several sources.</summary>
/// <param name="Source">The source of the record last given.</param>
/// <param name="RecordType">Its type.</param>
/// <param name="PageToken">What asks that source for the page the record stood on; null for its first page.</param>
/// <param name="Skip">How many records from the beginning of that page were given.</param>
internal sealed record RecordCursor(string Source, string RecordType, string? PageToken, int Skip);
