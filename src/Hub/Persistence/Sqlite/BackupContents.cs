namespace PersonalDataHub.Hub.Persistence.Sqlite;

/// <summary>What a backup holds, to compare it with.</summary>
/// <param name="Requests">How many requests.</param>
/// <param name="AuditEntries">How many entries of the audit trail.</param>
/// <param name="AuditHead">Number and hash of the last of them; null when there is none.</param>
internal sealed record BackupContents(long Requests, long AuditEntries, string? AuditHead);
