namespace PersonalDataHub.Hub.Registrants;

/// <summary>How far the sources that hold a value agree on it.</summary>
public enum Agreement
{
    /// <summary>One place holds it.</summary>
    Single,

    /// <summary>All hold the same, to the letter.</summary>
    Same,

    /// <summary>All mean the same, written differently.</summary>
    Equivalent,

    /// <summary>They hold different values.</summary>
    Conflict,

    /// <summary>Every place's value is withheld, so nothing is compared.</summary>
    Withheld,
}
