using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>How fulfilment stands in the audit trail: requests, sources, states and counts.</summary>
internal static class FulfillmentAudit
{
    /// <summary>Who acts when nobody in particular does.</summary>
    public const string Hub = "hub";

    /// <summary>What the hub does by itself, for the purpose that the request was made for.</summary>
    public static AuditIntent IntentOf(AuditTrail audit, RequestRow request, string operation, IReadOnlyList<string> sources) => new()
    {
        Actor = Hub,
        Role = Hub,
        Register = request.Register,
        Purpose = request.Purpose,
        Operation = operation,
        RegistrantToken = audit.TokenOf(request.Register, request.RegistrantId),
        RequestId = request.Id.ToString(),
        Sources = sources,
    };

    /// <summary>What a person decides about a task.</summary>
    public static AuditIntent IntentOf(AuditTrail audit, RequestRow request, string operation, TaskRow task, Caller caller) =>
        IntentOf(audit, request, operation, [task.Source]) with { Actor = caller.Name, Role = caller.Role };

    /// <summary>How a task stands at its source.</summary>
    public static AuditedSource SourceOf(TaskRow task, IEnumerable<TaskItemRow> items) => new(
        task.Source,
        TaskStanding.Of(task).ToString(),
        items.Count(item => item.TaskKey == task.Key && item.Outcome is Outcome.Verified or Outcome.Applied));
}
