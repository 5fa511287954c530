namespace PersonalDataHub.Hub.Persistence.Rows;

/// <summary>An entry of the erasure ledger that this database knows of. What the ledger has beyond these is to be done again.</summary>
internal sealed class ErasureRow
{
    public required string Id { get; init; }

    public required Guid RequestId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>As it stands in the ledger, from which a ledger that was lost can be written anew.</summary>
    public required string Content { get; init; }
}
