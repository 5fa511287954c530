using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Http;

/// <summary>Registers the GraphQL server.</summary>
public static class GraphQLServiceCollectionExtensions
{
    /// <summary>Adds a GraphQL server. The schema is built when the host starts; its mistakes stop the start.</summary>
    public static GraphQLServerBuilder AddGraphQLServer(this IServiceCollection services)
    {
        var configuration = new ServerConfiguration();
        services.TryAddSingleton(TimeProvider.System);
        services.AddLogging();
        services.AddMetrics();
        services.AddSingleton(configuration);
        services.AddSingleton(provider =>
        {
            configuration.Options.Check();
            return new SchemaStore(
                configuration,
                provider.GetServices<ITypeModule>(),
                provider.GetRequiredService<ILogger<SchemaStore>>(),
                provider.GetService<IServiceProviderIsService>());
        });
        services.AddSingleton(provider => new RequestExecutor(
            provider.GetRequiredService<SchemaStore>(),
            configuration,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IMeterFactory>(),
            provider.GetRequiredService<ILogger<RequestExecutor>>()));
        services.AddSingleton(provider => new TrustedDocuments(configuration.Options, provider.GetRequiredService<ILogger<TrustedDocuments>>()));
        services.AddHostedService<SchemaWarmup>();
        return new GraphQLServerBuilder(services, configuration);
    }
}
