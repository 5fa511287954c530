namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>What became of a task's item.</summary>
public enum Outcome
{
    /// <summary>Done, and read back.</summary>
    Verified,

    /// <summary>Done, not yet read back.</summary>
    Applied,

    /// <summary>The source does not hold it.</summary>
    NotHeld,

    /// <summary>Kept, with ground and date.</summary>
    Retained,

    /// <summary>The source does it later.</summary>
    Deferred,

    /// <summary>The source cannot restrict; the hub withholds it.</summary>
    HubEnforcedOnly,

    /// <summary>The source holds something other than what was decided on; nothing was changed.</summary>
    Conflict,

    /// <summary>Not done, with its ground.</summary>
    Refused,

    /// <summary>The source cannot; excused or done by hand elsewhere.</summary>
    Unsupported,

    /// <summary>Not begun when the request was withdrawn or stopped.</summary>
    Cancelled,

    /// <summary>Given up; a person can try again.</summary>
    Failed,
}
