using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;

namespace PersonalDataHub.Hub.Drift;

/// <summary>Registers the room that compares notices with what sources really hold and do.</summary>
public static class DriftServices
{
    /// <summary>Adds the room; it needs those of connectors and persistence.</summary>
    public static IServiceCollection AddDrift(this IServiceCollection services)
    {
        services.AddSingleton<DriftCheck>();
        services.AddSingleton<DriftBook>();
        services.AddSingleton(provider => new DriftWatch(
            provider.GetRequiredService<CatalogHolder>(),
            provider.GetRequiredService<DriftCheck>(),
            provider.GetRequiredService<DriftBook>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<DriftWatch>>()));
        return services.AddHostedService(provider => provider.GetRequiredService<DriftWatch>());
    }
}
