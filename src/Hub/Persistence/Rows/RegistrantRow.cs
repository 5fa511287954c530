namespace PersonalDataHub.Hub.Persistence.Rows;

/// <summary>One registrant. The number orders them by age and keeps the other tables small; the id is what leaves the hub.</summary>
internal sealed class RegistrantRow
{
    public long Key { get; init; }

    public required Guid Id { get; init; }

    public required string Register { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
