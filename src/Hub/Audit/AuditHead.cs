namespace PersonalDataHub.Hub.Audit;

/// <summary>The end of the chain at some moment. Kept elsewhere, it shows a tail that was cut off later.</summary>
/// <param name="Sequence">How many entries there were.</param>
/// <param name="Hash">The hash of the last, in hexadecimal.</param>
public sealed record AuditHead(long Sequence, string Hash);
