using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Registrants.Widening;

/// <summary>An identity with how it was learnt.</summary>
/// <param name="Identity">The identity.</param>
/// <param name="Method">Given, Remembered, or the link's method.</param>
/// <param name="Source">The source that told it.</param>
/// <param name="Evidence">The record type that told it.</param>
internal sealed record KnownAs(SubjectIdentity Identity, string Method, string? Source, string? Evidence);
