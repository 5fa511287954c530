namespace PersonalDataHub.Hub.Registrants.Blockers;

/// <summary>How a blocker stands for one person.</summary>
public enum BlockerState
{
    /// <summary>It keeps data.</summary>
    Holds,

    /// <summary>Whether it holds could not be told; it keeps data until that is known.</summary>
    NotKnown,

    /// <summary>It keeps nothing.</summary>
    DoesNotHold,
}
