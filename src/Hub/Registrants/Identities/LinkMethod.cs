namespace PersonalDataHub.Hub.Registrants.Identities;

/// <summary>How two identities came to be known as one person's. Stored by number: never renumber.</summary>
public enum LinkMethod
{
    /// <summary>One record of a source holds both.</summary>
    SourceRecord = 0,

    /// <summary>Two sources hold the same identity code, sign included.</summary>
    SameIdentityCode = 1,

    /// <summary>A person looked at the evidence and said so.</summary>
    ConfirmedByPerson = 2,
}
