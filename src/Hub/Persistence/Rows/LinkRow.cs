using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.Persistence.Rows;

/// <summary>A link between two identities, kept with its history: revoked, never deleted while its person is known.</summary>
internal sealed class LinkRow
{
    public const string ReasonField = "link.reason";

    public long Key { get; init; }

    public required Guid Id { get; init; }

    /// <summary>The identity with the smaller number.</summary>
    public required long AKey { get; init; }

    public required long BKey { get; init; }

    public required LinkMethod Method { get; init; }

    public string? Source { get; init; }

    /// <summary>A record type.</summary>
    public string? Evidence { get; init; }

    public byte[]? Reason { get; init; }

    public long? ReasonRegistrantKey { get; init; }

    public DateOnly? ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    public string? RevokedBy { get; set; }
}
