using PersonalDataHub.Hub.Registrants.Restrictions;

namespace PersonalDataHub.Hub.Persistence.Rows;

/// <summary>A restriction in force, or that was (GDPR Art. 18).</summary>
internal sealed class RestrictionRow
{
    public long Key { get; init; }

    public required Guid Id { get; init; }

    public required string Register { get; init; }

    public required Guid RegistrantId { get; init; }

    /// <summary>The id of the request that restricted.</summary>
    public required Guid RequestId { get; init; }

    public required RestrictionScope Scope { get; init; }

    /// <summary>The category's id, for a category.</summary>
    public string? Category { get; init; }

    /// <summary>A keyed hash of source, record type, key and field, for a record or field.</summary>
    public byte[]? Target { get; init; }

    public required RestrictionGround Ground { get; init; }

    public required DateTimeOffset Since { get; init; }

    public DateTimeOffset? LiftedAt { get; set; }

    /// <summary>When the person was told that it will end (Art. 18(3)).</summary>
    public DateTimeOffset? ToldAt { get; set; }

    public string? LiftedBy { get; set; }
}
