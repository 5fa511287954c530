namespace PersonalDataHub.Hub.Persistence.Rows;

/// <summary>A registrant's data key, wrapped. A table of its own: deleting the row makes all of that person's values unreadable.</summary>
internal sealed class PersonKeyRow
{
    public required long RegistrantKey { get; init; }

    public required byte[] Wrapped { get; set; }
}
