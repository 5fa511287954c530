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

    /// <summary>The request of the same person that is carried out at this source first; null when none is.</summary>
    [ID]
    public static Guid? GetBehind([Parent] FulfillmentTask task) => task.Behind;

    /// <summary>The id of the source.</summary>
    [ID]
    public static string GetSource([Parent] FulfillmentTask task) => task.Source;
}
