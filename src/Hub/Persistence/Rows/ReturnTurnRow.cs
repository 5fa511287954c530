namespace PersonalDataHub.Hub.Persistence.Rows;

/// <summary>When a source was last looked through for people who were erased there.</summary>
internal sealed class ReturnTurnRow
{
    public long Key { get; init; }

    public required string Register { get; init; }

    public required string Source { get; init; }

    public required DateTimeOffset LookedAt { get; set; }
}
