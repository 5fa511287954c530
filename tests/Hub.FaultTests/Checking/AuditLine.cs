namespace PersonalDataHub.Hub.FaultTests.Checking;

/// <summary>An entry of the audit trail, so far as it is checked.</summary>
/// <param name="Operation">What was done.</param>
/// <param name="Request">The request's id; null where none is named.</param>
/// <param name="Outcome">What came of it; null for what was only begun.</param>
/// <param name="Sources">How each source's task stood then.</param>
internal sealed record AuditLine(string Operation, string? Request, string? Outcome, IReadOnlyDictionary<string, string> Sources);
