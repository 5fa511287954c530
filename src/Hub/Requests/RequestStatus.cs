namespace PersonalDataHub.Hub.Requests;

/// <summary>How a request stands.</summary>
public enum RequestStatus
{
    /// <summary>Somebody may be the same person: a person decides first.</summary>
    Undecided,

    /// <summary>The plan waits for somebody to approve its hash.</summary>
    AwaitingApproval,

    /// <summary>Tasks are being carried out, or wait for a source.</summary>
    Running,

    /// <summary>Somebody has to do, decide or complete something before it goes on.</summary>
    NeedsPerson,

    /// <summary>Everything asked has its outcome and nothing is kept.</summary>
    Done,

    /// <summary>Everything asked has its outcome; some of it is kept, with ground and date.</summary>
    DoneWithRetention,

    /// <summary>Taken back; what was not begun was not done.</summary>
    Withdrawn,

    /// <summary>Not carried out, with its ground.</summary>
    Refused,
}
