using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Commands;

namespace PersonalDataHub.Hub;

/// <summary>The page at <c>/graphql</c> on which people write queries.</summary>
internal static class QueryEditor
{
    /// <summary>Sets the page up; in Development it opens with a query and a key, so that one press shows an answer.</summary>
    public static void Configure(GraphQLOptions options, HubDirectories directories, bool development)
    {
        options.IdeFolder = directories.IdeDirectory;
        if (development)
        {
            options.IdeHeaders["Authorization"] = $"Bearer {DemoKeys.Key}";
            options.IdeQuery = SampleQuery.Document;
            options.IdeVariables["customer"] = SampleQuery.Customer;
        }
    }
}
