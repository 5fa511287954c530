namespace PersonalDataHub.Hub.Persistence;

/// <summary>The hub's database is gone for now: stopped, cut off, or its disk is full. The hub goes on by itself when it is back.</summary>
public sealed class StorageUnavailableException : Exception
{
    /// <summary>What clients are told apart by.</summary>
    public const string Code = "STORAGE_UNAVAILABLE";

    /// <param name="mayBeStored">True when the answer to a commit was lost and it could not be learnt what became of it.</param>
    /// <param name="cause">What the database said.</param>
    public StorageUnavailableException(bool mayBeStored, Exception cause)
        : base(
            mayBeStored
                ? "The hub's database was lost before it said whether the change is stored. Look, or send the same again under the same key."
                : "The hub's database cannot be reached or cannot store anything, so nothing was changed. Send the same again in a moment.",
            cause) =>
        MayBeStored = mayBeStored;

    /// <summary>Whether the change may be stored all the same.</summary>
    public bool MayBeStored { get; }
}
