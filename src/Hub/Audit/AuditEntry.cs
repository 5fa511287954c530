using PersonalDataHub.Hub.Registers;

namespace PersonalDataHub.Hub.Audit;

/// <summary>One entry of the trail: an intent, or the outcome that closes one.</summary>
public sealed record AuditEntry
{
    public required long Sequence { get; init; }

    public required Guid Id { get; init; }

    /// <summary>The intent that this entry closes; null on an intent.</summary>
    public required Guid? IntentId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required AuditIntent Intent { get; init; }

    /// <summary>
    /// Under which words of the register it was done; null for what touches no register, and on entries from before entries named it.
    /// </summary>
    public NoticeInForce? Under { get; init; }

    /// <summary>Null on an intent.</summary>
    public required AuditOutcome? Outcome { get; init; }
}
