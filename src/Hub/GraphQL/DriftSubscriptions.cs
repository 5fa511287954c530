using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Drift;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>What can be watched of notices and sources.</summary>
[SubscriptionType]
[Authorize(Policies.Caller)]
public static class DriftSubscriptions
{
    /// <summary>Every change of a register's drift from now on: what appeared and what is gone.</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="watch">The room that compares.</param>
    /// <param name="catalogs">What is configured.</param>
    /// <param name="context">Who watches.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    public static IAsyncEnumerable<DriftChange> DriftChangedAsync(
        [ID] string register,
        [Service] DriftWatch watch,
        [Service] CatalogHolder catalogs,
        IResolverContext context,
        CancellationToken cancellationToken)
    {
        SeenRegister.Require(catalogs, register, PurposeGate.CallerOf(context));
        return watch.WatchAsync(register, cancellationToken);
    }
}
