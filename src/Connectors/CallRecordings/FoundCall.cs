using PersonalDataHub.Connectors.LogIndex;

namespace PersonalDataHub.Connectors.CallRecordings;

/// <summary>A call that belongs to the person, not yet read.</summary>
/// <param name="Line">Where it stands.</param>
/// <param name="FoundBy">The positions of the identities that found it.</param>
/// <param name="Lines">All places where the same line stands.</param>
internal sealed record FoundCall(LineHit Line, IReadOnlyList<int> FoundBy, IReadOnlyList<LineHit> Lines);
