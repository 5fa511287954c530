using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>The register that an operation names, if the caller may see it.</summary>
internal static class SeenRegister
{
    /// <exception cref="GraphQLException">There is none of this id that the caller may see.</exception>
    public static Register Require(CatalogHolder catalogs, string id, Caller caller) =>
        caller.CanSee(id) && catalogs.Current.FindRegister(id) is { } register
            ? register
            : throw new GraphQLException("There is no register of this id that you may see.", "UNKNOWN_REGISTER");
}
