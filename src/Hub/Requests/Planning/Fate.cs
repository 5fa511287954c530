namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>What will happen to something, shown before it does.</summary>
public enum Fate
{
    /// <summary>Gets the new value.</summary>
    Correct,

    /// <summary>Goes.</summary>
    Erase,

    /// <summary>Is kept and not used.</summary>
    Restrict,

    /// <summary>May be used again.</summary>
    Lift,

    /// <summary>Stays, with ground and date.</summary>
    Retain,

    /// <summary>A person does it.</summary>
    Manual,

    /// <summary>The source cannot restrict; the hub withholds it.</summary>
    HubEnforce,

    /// <summary>The source cannot; somebody looks for another way or excuses it.</summary>
    Unsupported,

    /// <summary>Stays without anything that leads to the person; not pseudonymised, which could be undone.</summary>
    Anonymise,
}
