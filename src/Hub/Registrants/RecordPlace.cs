using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>A record with where it stands in its segment.</summary>
/// <param name="Record">The record.</param>
/// <param name="AsOf">The moment the answer is true of.</param>
/// <param name="PageToken">What asks for the page it stands on; null for the first.</param>
/// <param name="Position">Its position on that page, from 0.</param>
internal sealed record RecordPlace(PersonalRecord Record, DateTimeOffset AsOf, string? PageToken, int Position);
