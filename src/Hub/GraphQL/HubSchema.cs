using Microsoft.Extensions.DependencyInjection.Extensions;
using PersonalDataHub.GraphQL.Authorization;
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
        services.TryAddSingleton(provider => Policies.All(provider.GetRequiredService<IConfiguration>().GetValue<bool>(Policies.ToolsMayIntrospect)));
        services.AddGraphQLServer()
            .AddTypes(typeof(HubSchema).Assembly)
            .AddType<PageInfo>()
            .AddType<Recording>()
            .AddType<PersonalField>()
            .AddType<Withheld>()
            .AddTypeModule<ConnectorTypes>()
            .AddDirective(PurposeDirective)
            .AddPolicies()
            .AddAuthorizationHandler<PurposeGate>()
            .AddRequestInterceptor<PurposeGate>()
            .ModifyOptions(Limit)
            .ModifyOptions(configure);
        return services;
    }

    /// <summary>Serves the schema; the editor's page needs no key, every operation and the schema's text do.</summary>
    public static void MapHubGraphQL(this IEndpointRouteBuilder endpoints) => endpoints.MapGraphQL("/graphql");

    // The deepest thing to ask for is what a purpose of one value is called, in one language: 10 levels; its bases: 11.
    private static void Limit(GraphQLOptions options)
    {
        options.Validation = options.Validation with { MaximumDepth = 12, SuggestNames = true };
        options.ErrorFilter = Refusals.OfStorage;
    }

    private static DirectiveDefinition PurposeDirective { get; } = new(
        StatedPurpose.Directive,
        [DirectiveLocation.Query, DirectiveLocation.Mutation, DirectiveLocation.Subscription],
        [new InputValueDefinition("is", new NonNullType(SpecifiedScalars.String), "The id of one of the register's purposes.")],
        description: "What the personal data of the operation is for.");
}
