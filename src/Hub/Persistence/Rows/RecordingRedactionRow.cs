namespace PersonalDataHub.Hub.Persistence.Rows;

/// <summary>A span of a recording that is silent whenever it is handed out.</summary>
internal sealed class RecordingRedactionRow
{
    public long Key { get; init; }

    public required Guid Id { get; init; }

    public required string Register { get; init; }

    /// <summary>A keyed hash of source, record type, key and field.</summary>
    public required byte[] Target { get; init; }

    public required long FromMilliseconds { get; init; }

    public required long ToMilliseconds { get; init; }

    /// <summary>Why; no personal data.</summary>
    public required string Reason { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
}
