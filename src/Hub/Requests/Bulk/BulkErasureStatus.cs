namespace PersonalDataHub.Hub.Requests.Bulk;

/// <summary>How erasures of many people stand together.</summary>
public enum BulkErasureStatus
{
    /// <summary>Not all of it is stored; sending it again under its key goes on.</summary>
    Storing,

    /// <summary>The plans wait for somebody to approve them together.</summary>
    AwaitingApproval,

    /// <summary>Requests are being carried out, or wait for a source.</summary>
    Running,

    /// <summary>Nothing goes on by itself: somebody is undecided, or a request waits for a person.</summary>
    NeedsPerson,

    /// <summary>Nothing more is begun until it is resumed.</summary>
    Paused,

    /// <summary>Every request has ended.</summary>
    Done,
}
