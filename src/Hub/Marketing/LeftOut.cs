namespace PersonalDataHub.Hub.Marketing;

/// <summary>How many persons are not on a list, and why.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Persons">How many.</param>
public sealed record LeftOut(LeftOutReason Reason, int Persons);
