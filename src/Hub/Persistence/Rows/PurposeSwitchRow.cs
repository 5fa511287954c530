namespace PersonalDataHub.Hub.Persistence.Rows;

/// <summary>The controller turned a purpose on or off. Appended, never changed; the last one holds.</summary>
internal sealed class PurposeSwitchRow
{
    public long Key { get; init; }

    public required string Register { get; init; }

    public required string Purpose { get; init; }

    public required bool IsOn { get; init; }

    /// <summary>Why; no personal data.</summary>
    public required string Reason { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
}
