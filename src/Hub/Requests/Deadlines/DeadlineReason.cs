namespace PersonalDataHub.Hub.Requests.Deadlines;

/// <summary>Why one day follows from another when a deadline is computed.</summary>
public enum DeadlineReason
{
    /// <summary>The day of receipt is not counted; the period begins on the next.</summary>
    DayNotCounted,

    /// <summary>A question was asked and answered: the period runs from the day of the answer.</summary>
    Suspended,

    /// <summary>A question is not answered yet: no period runs.</summary>
    AwaitingAnswer,

    /// <summary>A question was asked too late to move the deadline.</summary>
    SuspensionNotCounted,

    /// <summary>The period is one month.</summary>
    OneMonth,

    /// <summary>The period is extended by two further months.</summary>
    Extended,

    /// <summary>The extension was announced after the first deadline, so that it does not count.</summary>
    ExtensionTooLate,

    /// <summary>The month has no day of that number, so that its last day counts.</summary>
    LastDayOfMonth,

    /// <summary>The day is a Saturday or a Sunday.</summary>
    RolledOverWeekend,

    /// <summary>The day is a public holiday.</summary>
    RolledOverHoliday,
}
