namespace PersonalDataHub.Hub.Retention.Sweeps;

/// <summary>What a look at somebody found.</summary>
public enum CheckState
{
    /// <summary>Nothing is due yet.</summary>
    NotYet,

    /// <summary>Something is due, and nothing else keeps it.</summary>
    Due,

    /// <summary>Something is due, and something else keeps it: a hold, a missing receipt, a restriction.</summary>
    Kept,

    /// <summary>A plan of an erasure was stored.</summary>
    Filed,

    /// <summary>Nothing is held any more.</summary>
    Nothing,

    /// <summary>A source did not answer, so nothing can be said.</summary>
    NotKnown,
}
