using PersonalDataHub.Hub.Registers;

namespace PersonalDataHub.Hub.Requests;

/// <summary>A request that was checked and planned, about to be stored.</summary>
internal sealed record NewRequest
{
    public required Register Register { get; init; }

    public required RequestHeader Header { get; init; }

    public required RequestContent Content { get; init; }

    public required byte[] Fingerprint { get; init; }

    public required PlannedRequest Planned { get; init; }

    public required string RequestedBy { get; init; }

    public required string RequestedRole { get; init; }

    public Guid? RecurrenceOf { get; init; }

    public string? RecurrenceSource { get; init; }

    public string? RecurrenceFeeder { get; init; }

    public long? BulkKey { get; init; }

    /// <summary>The registrant's id, never what is asked.</summary>
    public override string ToString() => Planned.ToString();
}
