namespace PersonalDataHub.Hub.Registrants.Passports;

/// <summary>Whether it is known when a value was stored; a missing date is never ambiguous.</summary>
public enum StorageDate
{
    /// <summary>The source says when.</summary>
    Stated,

    /// <summary>The source does not say.</summary>
    SourceDoesNotSay,

    /// <summary>Not shown: the value is withheld, and when it was stored with it.</summary>
    Withheld,
}
