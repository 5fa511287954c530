using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Requests.Fulfillment;

namespace PersonalDataHub.Hub.GraphQL.Requests;

/// <summary>What the schema adds to a task.</summary>
[ObjectType<FulfillmentTask>]
public static class FulfillmentTaskFields
{
    /// <summary>What completing, retrying and skipping name.</summary>
    [ID]
    public static Guid GetId([Parent] FulfillmentTask task) => task.Id;

    /// <summary>The id of the source.</summary>
    [ID]
    public static string GetSource([Parent] FulfillmentTask task) => task.Source;
}
