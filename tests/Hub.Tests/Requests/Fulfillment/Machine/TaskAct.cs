namespace PersonalDataHub.Hub.Tests.Requests.Fulfillment.Machine;

/// <summary>What can happen to tasks.</summary>
internal enum TaskAct
{
    Claim,
    Tell,
    ReadBack,
    Lie,
    Rest,
    Fail,
    GiveUp,
    Differ,
    Approve,
    Withdraw,
    Skip,
    Retry,
    Complete,
    Lift,
    Pass,
    Restart,
}
