using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Registrants.Widening;

/// <summary>A record with the identity by which a source found it.</summary>
internal sealed record FoundRecord(IdentifiedRecord Record, SubjectIdentity FoundBy);
