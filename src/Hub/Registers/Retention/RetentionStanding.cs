namespace PersonalDataHub.Hub.Registers.Retention;

/// <summary>What can be said of how long data stays.</summary>
public enum RetentionStanding
{
    /// <summary>It ends on a day.</summary>
    Ends,

    /// <summary>An event ends it that has not happened: the relationship goes on, a basis lives, a hold is on.</summary>
    Open,

    /// <summary>What its end depends on is not known; nothing is erased on a guess.</summary>
    NotKnown,

    /// <summary>No rule of the register is about it.</summary>
    NoRule,
}
