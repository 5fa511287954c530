using Microsoft.Extensions.DependencyInjection.Extensions;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registrants.Restrictions;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>Registers what plans requests.</summary>
internal static class PlanningServices
{
    /// <summary>Adds planning; it needs the rooms of connectors, registrants and persistence.</summary>
    public static IServiceCollection AddPlanning(this IServiceCollection services)
    {
        services.TryAddSingleton<RestrictionHash>();
        services.AddSingleton<ScopeSelection>();
        services.AddSingleton<NewValueCheck>();
        services.AddSingleton<RectificationCheck>();
        services.AddSingleton<RectificationShare>();
        services.AddSingleton<RestrictionShare>();
        services.AddSingleton<LiftShare>();
        services.AddSingleton<PreviewErasure>(provider => provider.GetRequiredService<SourceInvoker>().PreviewErasureAsync);
        services.AddSingleton<IErasureHindrance, RestrictionHindrance>();
        services.AddSingleton<ErasureShare>();
        services.AddSingleton<SharePlanner>();
        services.AddSingleton<OldValues>();
        services.AddSingleton<NotAskedReasons>();
        services.AddSingleton<PlanHash>();
        services.AddSingleton<PlanBuilder>();
        return services;
    }
}
