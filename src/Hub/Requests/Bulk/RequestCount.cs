namespace PersonalDataHub.Hub.Requests.Bulk;

/// <summary>How many requests of a bulk stand so.</summary>
/// <param name="Status">How.</param>
/// <param name="Count">How many.</param>
public sealed record RequestCount(RequestStatus Status, int Count);
