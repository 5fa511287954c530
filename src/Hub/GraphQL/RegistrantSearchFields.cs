using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>What the schema tells of a search otherwise than the room does.</summary>
[ObjectType<RegistrantSearch>]
[Authorize(Policies.Person)]
public static class RegistrantSearchFields
{
    /// <summary>How it went with every source of the register; deferred, it waits for the sources of deferred lists too.</summary>
    /// <param name="search">The search.</param>
    /// <param name="selection">Whether it is deferred.</param>
    public static ValueTask<IReadOnlyList<SourceReading>> GetSourcesAsync([Parent] RegistrantSearch search, ISelection selection) =>
        selection.IsDeferred ? new(search.SourcesInTheEnd()) : new(search.Sources);
}
