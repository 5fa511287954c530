namespace PersonalDataHub.Hub.Marketing;

/// <summary>Why somebody is not on a list.</summary>
public enum LeftOutReason
{
    /// <summary>The person has forbidden it.</summary>
    Forbidden,

    /// <summary>Permission is needed, and the person has given none.</summary>
    NoPermission,

    /// <summary>The data is restricted (GDPR Art. 18).</summary>
    Restricted,

    /// <summary>The person's address is protected.</summary>
    ProtectedAddress,

    /// <summary>No name or no postal address is held.</summary>
    NoAddress,

    /// <summary>A source that may hold a prohibition did not answer.</summary>
    NotReached,
}
