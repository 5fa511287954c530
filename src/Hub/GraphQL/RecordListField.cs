namespace PersonalDataHub.Hub.GraphQL;

/// <summary>Marks a field of the registrant that lists records, so that a search can see beforehand which are wanted.</summary>
/// <param name="RecordType">The record type listed; null when the arguments say which.</param>
internal sealed record RecordListField(string? RecordType);
