using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.PersonView;
using PersonalDataHub.PersonView.Sources;

namespace PersonalDataHub.Engine;

/// <summary>The four parts of the view as root fields, which is the shape that gateways over subgraphs can serve too.</summary>
[QueryType]
public static class PersonQueries
{
    public static Task<Profile> GetProfileAsync([ID] string id, IPersonSources sources, IResolverContext context) =>
        sources.ProfileAsync(CustomerOf(context, id), context.RequestAborted);

    public static Task<IReadOnlyList<Invoice>> GetInvoicesAsync([ID] string id, IPersonSources sources, IResolverContext context) =>
        sources.InvoicesAsync(CustomerOf(context, id), context.RequestAborted);

    public static Task<IReadOnlyList<Call>> GetCallsAsync([ID] string id, IPersonSources sources, IResolverContext context) =>
        sources.CallsAsync(CustomerOf(context, id), context.RequestAborted);

    public static Task<IReadOnlyList<Visit>> GetVisitsAsync([ID] string id, IPersonSources sources, IResolverContext context) =>
        sources.VisitsAsync(CustomerOf(context, id), context.RequestAborted);

    // Without a register the sources are asked for the number that was given.
    private static string CustomerOf(IResolverContext context, string id) =>
        context.ContextData.TryGetValue(PersonGate.Customer, out var customer) ? (string)customer! : id;
}
