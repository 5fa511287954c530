namespace PersonalDataHub.Hub.Requests;

/// <summary>What becomes of what an erasure takes in.</summary>
public enum ErasureMethod
{
    /// <summary>It goes.</summary>
    Erase,

    /// <summary>
    /// Where the source can, the record stays without anything that leads to the person, for statistics (GDPR recital 26);
    /// elsewhere it goes.
    /// </summary>
    Anonymise,
}
