namespace PersonalDataHub.Hub.Persistence.Rows;

/// <summary>A keyed hash of an identity whose data a source erased: what comes back there is recognised.</summary>
internal sealed class TombstoneRow
{
    public long Key { get; init; }

    public required string Register { get; init; }

    public required byte[] Blind { get; init; }

    public required string Source { get; init; }

    /// <summary>The id of the request that erased.</summary>
    public required Guid RequestId { get; init; }

    public required DateTimeOffset ErasedAt { get; init; }
}
