using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>A recording of which spans are silenced.</summary>
/// <param name="Redactions">All of them, from the beginning on.</param>
[Authorize(Policies.Person)]
public sealed record RedactedRecording(IReadOnlyList<RecordingRedaction> Redactions);
