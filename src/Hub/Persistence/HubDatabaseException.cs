namespace PersonalDataHub.Hub.Persistence;

/// <summary>The hub's own store cannot be used. The message says what, where and how to mend it; nothing was changed.</summary>
public sealed class HubDatabaseException : Exception
{
    public HubDatabaseException(string message)
        : base(message)
    {
    }

    public HubDatabaseException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
