using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Drift;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>Questions about what notices say and sources really hold; they touch no person.</summary>
[QueryType]
[Authorize(Policies.Caller)]
public static class DriftQueries
{
    /// <summary>In what a register's notice and its sources have drifted apart, checked since the configuration last changed.</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="includeResolved">Tells also what is gone.</param>
    /// <param name="watch">The room that compares.</param>
    /// <param name="catalogs">What is configured.</param>
    /// <param name="context">Who asks.</param>
    /// <param name="cancellationToken">Cancelled when the client is gone.</param>
    [Cost(10)]
    [ListSize(AssumedSize = 50)]
    public static Task<IReadOnlyList<DriftEntry>> GetDriftAsync(
        [ID] string register,
        [DefaultValue(false)] bool includeResolved,
        [Service] DriftWatch watch,
        [Service] CatalogHolder catalogs,
        IResolverContext context,
        CancellationToken cancellationToken) =>
        watch.ReadAsync(SeenRegister.Require(catalogs, register, PurposeGate.CallerOf(context)).Id, includeResolved, cancellationToken);

    /// <summary>What sources hold, category by category: what a notice's list of contents would have to say.</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="catalogs">What is configured.</param>
    /// <param name="context">Who asks.</param>
    [ListSize(AssumedSize = 20)]
    public static IReadOnlyList<CategoryContents> GetDataContents(
        [ID] string register, [Service] CatalogHolder catalogs, IResolverContext context) =>
        CategoryContents.Of(catalogs.Current, SeenRegister.Require(catalogs, register, PurposeGate.CallerOf(context)));
}
