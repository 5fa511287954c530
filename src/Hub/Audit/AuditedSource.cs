namespace PersonalDataHub.Hub.Audit;

/// <summary>One source's part in an audited operation.</summary>
/// <param name="Source">The source's id.</param>
/// <param name="Status">How it answered, such as <c>ANSWERED</c> or <c>TIMED_OUT</c>.</param>
/// <param name="Records">How many of its records were given out or changed.</param>
public sealed record AuditedSource(string Source, string Status, int Records);
