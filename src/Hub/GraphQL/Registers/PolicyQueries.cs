using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.GraphQL.Registers;

/// <summary>Questions about what registers' notices say.</summary>
[QueryType]
[Authorize(Policies.Caller)]
public static class PolicyQueries
{
    /// <summary>A register that the caller may see; null for any other, whether it exists or not.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="catalogs">What is configured.</param>
    /// <param name="context">Who asks.</param>
    public static RegisterNode? GetRegister([ID] string id, [Service] CatalogHolder catalogs, IResolverContext context) =>
        PurposeGate.CallerOf(context).CanSee(id) && catalogs.Current.FindRegister(id) is { } register ? new(register) : null;

    /// <summary>Which sentence of the notice allows it: data of a category for a purpose; or why nothing does.</summary>
    /// <param name="register">Id of the register.</param>
    /// <param name="category">Id of the category; one that is not declared is answered as such.</param>
    /// <param name="purpose">Id of the purpose.</param>
    /// <param name="catalogs">What is configured.</param>
    /// <param name="context">Who asks.</param>
    /// <exception cref="GraphQLException">The caller may see no such register.</exception>
    public static PolicyExplanation Explain(
        [ID] string register, [ID] string category, [ID] string purpose, [Service] CatalogHolder catalogs, IResolverContext context) =>
        PurposeGate.CallerOf(context).CanSee(register) && catalogs.Current.FindRegister(register) is { } found
            ? found.Explain(category, purpose)
            : throw new GraphQLException("There is no register of this id that you may see.", "UNKNOWN_REGISTER");
}
