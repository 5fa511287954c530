namespace PersonalDataHub.Hub.Persistence.Rows;

/// <summary>A disclosure is about a person.</summary>
internal sealed class DisclosurePersonRow
{
    public long Key { get; init; }

    public required long DisclosureKey { get; init; }

    public required string Register { get; init; }

    public required Guid RegistrantId { get; init; }
}
