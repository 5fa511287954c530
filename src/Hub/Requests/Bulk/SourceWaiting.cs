namespace PersonalDataHub.Hub.Requests.Bulk;

/// <summary>A source that could not be reached while planning.</summary>
/// <param name="Source">Its id.</param>
/// <param name="Persons">How many people's shares wait for it.</param>
public sealed record SourceWaiting(string Source, int Persons);
