namespace PersonalDataHub.Hub.Persistence;

/// <summary>What became of a transaction whose answer was lost.</summary>
internal enum BatchFate
{
    /// <summary>Nothing of it is stored.</summary>
    Undone,

    /// <summary>All of it is stored.</summary>
    Stored,

    /// <summary>The database cannot be asked.</summary>
    Unknown,
}
