namespace PersonalDataHub.Hub.FaultTests.Checking;

/// <summary>What the hubs' database tells of itself.</summary>
/// <param name="Tasks">The task table.</param>
/// <param name="Audit">The audit trail.</param>
internal sealed record StoredEvidence(IReadOnlyList<StoredTask> Tasks, IReadOnlyList<AuditLine> Audit);
