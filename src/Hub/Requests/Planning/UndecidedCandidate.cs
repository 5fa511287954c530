namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>Somebody who may be the same person.</summary>
/// <param name="Source">The source that knows the candidate.</param>
/// <param name="Kind">The kind of identity under which the candidate is known there.</param>
/// <param name="SharedKinds">The kinds of identity that point to the candidate.</param>
/// <param name="Mark">Tells candidates apart without telling who they are: a keyed hash.</param>
public sealed record UndecidedCandidate(string Source, string Kind, IReadOnlyList<string> SharedKinds, string Mark);
