using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PersonalDataHub.Hub.Connectors.Configuration;
using PersonalDataHub.Hub.Connectors.Invocation;
using PersonalDataHub.Hub.Connectors.Loading;
using PersonalDataHub.Hub.Registers;

namespace PersonalDataHub.Hub.Connectors;

/// <summary>Registers the plugin room: <see cref="CatalogHolder"/> and <see cref="SourceInvoker"/>.</summary>
public static class ConnectorServices
{
    /// <summary>Adds the room; needs <see cref="HubDirectories"/> and, unless it is the system's, a <see cref="TimeProvider"/>.</summary>
    public static IServiceCollection AddConnectors(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddLogging();
        services.AddMetrics();
        services.AddSingleton(provider => new ConfigurationReader(provider.GetRequiredService<HubDirectories>(), Environment.GetEnvironmentVariable));
        services.AddSingleton<PluginStore>();
        services.AddSingleton<DescriptorStore>();
        services.AddSingleton<SourceActivator>();
        services.AddSingleton<CatalogBuilder>();
        services.AddSingleton(provider => new CatalogHolder(
            provider.GetRequiredService<CatalogBuilder>(),
            provider.GetRequiredService<HubDirectories>(),
            provider.GetRequiredService<PluginStore>(),
            provider.GetRequiredService<DescriptorStore>(),
            provider.GetRequiredService<ILogger<CatalogHolder>>()));
        services.AddSingleton<INoticesInForce, CatalogNotices>();
        services.AddSingleton<CallMeter>();
        services.AddSingleton(provider => new SourceInvoker(
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<CallMeter>(),
            provider.GetRequiredService<ILogger<SourceInvoker>>()));
        services.AddHostedService<CatalogWatcher>();
        return services;
    }
}
