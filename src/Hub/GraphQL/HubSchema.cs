using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>Registers the hub's schema and serves it.</summary>
public static class HubSchema
{
    /// <summary>Adds the schema: the hub's own types and those that connectors bring.</summary>
    public static IServiceCollection AddHubGraphQL(this IServiceCollection services)
    {
        services.AddSingleton(provider => new RecordFieldTypes(provider.GetRequiredService<DownloadAddresses>()));
        services.AddSingleton(provider => new ConnectorTypes(
            provider.GetRequiredService<CatalogHolder>(), provider.GetRequiredService<RecordFieldTypes>()));
        return services;
    }
}
