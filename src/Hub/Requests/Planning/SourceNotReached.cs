namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>A source that did not answer while planning.</summary>
/// <param name="Source">Its id.</param>
/// <param name="Reason">What was the matter; no personal data.</param>
public sealed record SourceNotReached(string Source, string Reason);
