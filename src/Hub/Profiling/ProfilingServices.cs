using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Marketing;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.Profiling;

/// <summary>Registers the room that keeps profiling within what notices and people allow.</summary>
public static class ProfilingServices
{
    /// <summary>Adds the room; it needs the rooms of marketing, registrants, connectors and audit.</summary>
    public static IServiceCollection AddProfiling(this IServiceCollection services) => services
        .AddSingleton<IPurposeGuard, UseGuard>()
        .AddSingleton(of => new ProfileComparer(
            of.GetRequiredService<CatalogHolder>(),
            of.GetRequiredService<PersonPermissions>(),
            of.GetRequiredService<AuditTrail>(),
            of.GetRequiredService<TimeProvider>()));
}
