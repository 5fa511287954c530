using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>Questions that touch no person.</summary>
[QueryType]
[Authorize(Policies.Caller)]
public static class RegisterQueries
{
    /// <summary>The registers that the caller may see.</summary>
    public static IReadOnlyList<RegisterNode> GetRegisters([Service] CatalogHolder catalogs, IResolverContext context) =>
        [.. catalogs.Current.Registers
            .Where(register => PurposeGate.CallerOf(context).CanSee(register.Id))
            .Select(register => new RegisterNode(register))];

    /// <summary>The sources that the caller may see.</summary>
    /// <param name="catalogs">What is configured.</param>
    /// <param name="context">Who asks.</param>
    /// <param name="register">Only those of this register.</param>
    [ListSize(AssumedSize = 20)]
    public static IReadOnlyList<SourceNode> GetSources(
        [Service] CatalogHolder catalogs, IResolverContext context, [ID] string? register = null) =>
        [.. catalogs.Current.Sources
            .Where(source => (register is null || source.Register == register)
                && PurposeGate.CallerOf(context).CanSee(source.Register))
            .Select(source => new SourceNode(source))];
}
