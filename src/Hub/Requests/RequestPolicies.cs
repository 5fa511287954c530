using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Requests.Deadlines;

namespace PersonalDataHub.Hub.Requests;

/// <summary>What a register's policy means for requests.</summary>
internal static class RequestPolicies
{
    /// <summary>Whether somebody approves the plan of a request of this kind.</summary>
    public static bool NeedsApproval(this RequestPolicy policy, DataSubjectRequestKind kind) => policy.ApprovalOf(kind) != ApprovalRule.None;

    /// <summary>Who approves the plan of a request of this kind.</summary>
    public static ApprovalRule ApprovalOf(this RequestPolicy policy, DataSubjectRequestKind kind) => kind switch
    {
        DataSubjectRequestKind.Rectification => policy.ApproveRectification,
        DataSubjectRequestKind.Restriction => policy.ApproveRestriction,
        DataSubjectRequestKind.RestrictionLift => policy.ApproveLift,
        _ => policy.ApproveErasure,
    };

    /// <summary>The working days by which deadlines are computed.</summary>
    public static DeadlineCalendar Calendar(this RequestPolicy policy) => new(policy.EvesAreHolidays);
}
