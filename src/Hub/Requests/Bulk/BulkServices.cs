using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;

namespace PersonalDataHub.Hub.Requests.Bulk;

/// <summary>Registers what erases the data of many people together.</summary>
internal static class BulkServices
{
    /// <summary>Adds it; it needs planning, fulfilment and the room of requests.</summary>
    public static IServiceCollection AddBulkErasures(this IServiceCollection services)
    {
        services.AddSingleton<BulkPlanning>().AddSingleton<BulkPreparations>().AddSingleton<BulkStore>().AddSingleton<BulkStart>().AddSingleton<BulkViews>();
        services.AddSingleton(of => new BulkErasures(
            of.GetRequiredService<CatalogHolder>(),
            of.GetRequiredService<IDbContextFactory<HubDbContext>>(),
            of.GetRequiredService<WriteGate>(),
            of.GetRequiredService<BulkPlanning>(),
            of.GetRequiredService<BulkPreparations>(),
            of.GetRequiredService<BulkStore>(),
            of.GetRequiredService<BulkStart>(),
            of.GetRequiredService<BulkViews>(),
            of.GetRequiredService<RequestFingerprint>(),
            of.GetRequiredService<RequestChanges>(),
            of.GetRequiredService<RequestWaking>(),
            of.GetRequiredService<DecisionKeys>(),
            of.GetRequiredService<AuditTrail>(),
            of.GetRequiredService<TimeProvider>()));
        return services;
    }
}
