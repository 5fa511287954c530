using PersonalDataHub.GraphQL.Execution;

namespace PersonalDataHub.Hub.GraphQL.Requests;

/// <summary>Reads the ids that clients name.</summary>
internal static class RequestIds
{
    public static Guid Parse(string id) => Guid.TryParse(id, out var guid)
        ? guid
        : throw new GraphQLException("This is not an id of the hub; take it from an answer.", "MALFORMED_ID");
}
