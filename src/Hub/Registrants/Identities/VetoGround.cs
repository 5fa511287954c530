namespace PersonalDataHub.Hub.Registrants.Identities;

/// <summary>Why two identities must not be linked.</summary>
public enum VetoGround
{
    /// <summary>Both sides hold an identity code, valid at the same time, and the codes differ, be it only by the sign.</summary>
    IdentityCodesDiffer,

    /// <summary>The birth dates known of the two sides differ.</summary>
    BirthDatesDiffer,

    /// <summary>A person decided that they are not the same.</summary>
    Separated,
}
