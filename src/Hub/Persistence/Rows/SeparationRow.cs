namespace PersonalDataHub.Hub.Persistence.Rows;

/// <summary>A decided "not the same person". Names identities by blind index, so it outlives and precedes their rows.</summary>
internal sealed class SeparationRow
{
    public const string ReasonField = "separation.reason";

    public long Key { get; init; }

    public required Guid Id { get; init; }

    public required string Register { get; init; }

    public required string AKind { get; init; }

    public string? AIssuer { get; init; }

    public required byte[] ABlind { get; init; }

    public required string BKind { get; init; }

    public string? BIssuer { get; init; }

    public required byte[] BBlind { get; init; }

    public byte[]? Reason { get; init; }

    public long? ReasonRegistrantKey { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    public string? RevokedBy { get; set; }
}
