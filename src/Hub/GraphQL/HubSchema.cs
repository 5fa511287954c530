using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Http;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Restrictions;

namespace PersonalDataHub.Hub.GraphQL;

/// <summary>Registers the hub's schema and serves it.</summary>
public static class HubSchema
{
    /// <summary>Adds the schema: the hub's own types and those that connectors bring.</summary>
    /// <param name="configure">Says how the server is set up: limits, the query editor.</param>
    public static IServiceCollection AddHubGraphQL(this IServiceCollection services, Action<GraphQLOptions> configure)
    {
        services.AddSingleton(provider => new RecordFieldTypes(provider.GetRequiredService<DownloadAddresses>()));
        services.AddSingleton(provider => new ConnectorTypes(
            provider.GetRequiredService<CatalogHolder>(), provider.GetRequiredService<RecordFieldTypes>()));
        services.AddGraphQLServer()
            .AddTypes(typeof(HubSchema).Assembly)
            .AddType<PageInfo>()
            .AddType<Recording>()
            .AddType<PersonalField>()
            .AddType<Withheld>()
            .AddTypeModule<ConnectorTypes>()
            .AddDirective(PurposeDirective)
            .AddRequestInterceptor<PurposeGate>()
            .ModifyOptions(Limit)
            .ModifyOptions(configure);
        return services;
    }

    /// <summary>Serves the schema; the editor's page and the schema's text need no key, every operation does.</summary>
    public static void MapHubGraphQL(this IEndpointRouteBuilder endpoints) => endpoints.MapGraphQL("/graphql");

    // The deepest thing to ask for is the policy of one value: 8 levels.
    private static void Limit(GraphQLOptions options) => options.Validation = options.Validation with { MaximumDepth = 10 };

    private static DirectiveDefinition PurposeDirective { get; } = new(
        PurposeGate.Directive,
        [DirectiveLocation.Query, DirectiveLocation.Mutation, DirectiveLocation.Subscription],
        [new InputValueDefinition("is", new NonNullType(SpecifiedScalars.String), "The id of one of the register's purposes.")],
        description: "What the personal data of the operation is for.");
}
