namespace PersonalDataHub.Hub.Audit;

/// <summary>The audit trail cannot be written, so nothing may be answered or changed.</summary>
public sealed class AuditUnavailableException(Exception cause)
    : Exception("The audit trail cannot be written, so the hub does not answer. The hub's log tells why.", cause);
