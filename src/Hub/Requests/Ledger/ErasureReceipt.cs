namespace PersonalDataHub.Hub.Requests.Ledger;

/// <summary>What the ledger tells of an erasure that ended: enough to do it again and to show it, nothing readable of the person.</summary>
internal sealed record ErasureReceipt
{
    public required Guid RequestId { get; init; }

    public required string Register { get; init; }

    public required Guid RegistrantId { get; init; }

    /// <summary>Whether all of the person was asked for; else what no rule kept any more.</summary>
    public required bool All { get; init; }

    /// <summary>Whether the hub has forgotten the person, but for what is needed where something is still held.</summary>
    public required bool Forgotten { get; init; }

    /// <summary>The sources where nothing is held any more.</summary>
    public required IReadOnlyList<string> Erased { get; init; }

    /// <summary>The sources that still held something: retained, waiting or not reached.</summary>
    public required IReadOnlyList<string> StillHolding { get; init; }

    /// <summary>Keyed hashes of the person's identities.</summary>
    public required IReadOnlyList<byte[]> Subjects { get; init; }

    public required RequestStatus Status { get; init; }

    public required ErasureGround Ground { get; init; }

    public required ErasureMethod Method { get; init; }

    public required string ClientRequestKey { get; init; }

    public required byte[] ContentHash { get; init; }

    public required Channel Channel { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset EndedAt { get; init; }

    public required DateOnly DueOn { get; init; }

    public required string Purpose { get; init; }

    public required string RequestedBy { get; init; }

    public required string RequestedRole { get; init; }

    public string? ApprovedBy { get; init; }

    public Guid? RecurrenceOf { get; init; }

    public string? RecurrenceSource { get; init; }

    /// <summary>What became of it at each source.</summary>
    public required IReadOnlyList<SourceReceipt> Sources { get; init; }
}
