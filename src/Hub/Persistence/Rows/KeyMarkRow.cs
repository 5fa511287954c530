namespace PersonalDataHub.Hub.Persistence.Rows;

/// <summary>One row: what tells the database's master key from every other, and nothing of the key itself.</summary>
internal sealed class KeyMarkRow
{
    public required int Key { get; init; }

    public required byte[] Mark { get; init; }
}
