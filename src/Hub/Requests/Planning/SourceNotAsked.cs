namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>A source that a request does not touch.</summary>
/// <param name="Source">Its id.</param>
/// <param name="Reason">Why: it holds nothing of the person, knows no identity of this kind, cannot do it.</param>
public sealed record SourceNotAsked(string Source, string Reason);
