using System.Text.Json;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Requests;

/// <summary>How requests stand in the audit trail: ids, names and counts.</summary>
internal static class RequestAudit
{
    public static AuditIntent IntentOf(AuditTrail audit, RequestRow request, string operation, Caller caller) =>
        IntentOf(audit, request, operation, caller.Name, caller.Role);

    public static AuditIntent IntentOf(AuditTrail audit, RequestRow request, string operation, string actor, string role) => new()
    {
        Actor = actor,
        Role = role,
        Register = request.Register,
        Purpose = request.Purpose,
        Operation = operation,
        RegistrantToken = audit.TokenOf(request.Register, request.RegistrantId),
        RequestId = request.Id.ToString(),
    };

    /// <summary>What asking for it is called.</summary>
    public static string OperationOf(DataSubjectRequestKind kind) => kind switch
    {
        DataSubjectRequestKind.Rectification => "requestRectification",
        DataSubjectRequestKind.Restriction => "requestRestriction",
        DataSubjectRequestKind.RestrictionLift => "liftRestriction",
        _ => "requestErasure",
    };

    public static string Name(RequestStatus status) => JsonNamingPolicy.CamelCase.ConvertName(status.ToString());
}
