using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Registrants.Widening;

/// <summary>A record that a source attributes to a person but that cannot be the same person's as far as is known.</summary>
/// <param name="Record">The record.</param>
/// <param name="FoundBy">The person's identity under which the source holds it: that source is not read by it.</param>
/// <param name="Reason">What contradicts, without the values.</param>
internal sealed record Contradiction(IdentifiedRecord Record, SubjectIdentity FoundBy, string Reason);
