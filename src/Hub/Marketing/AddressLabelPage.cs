namespace PersonalDataHub.Hub.Marketing;

/// <summary>A page of a list of address labels.</summary>
/// <param name="Labels">Those who may be on it.</param>
/// <param name="LeftOut">How many are not on it, and why.</param>
/// <param name="Next">What asks for the next page; null when this is the last.</param>
public sealed record AddressLabelPage(IReadOnlyList<AddressLabel> Labels, IReadOnlyList<LeftOut> LeftOut, string? Next);
