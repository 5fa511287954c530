using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.GraphQL.DifferentialTests.Schemas;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Http;
using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;
using PersonalDataHub.GraphQL.Validation;

namespace PersonalDataHub.GraphQL.DifferentialTests.Running;

/// <summary>The library serving one generated schema, its own limits set so wide that they never speak.</summary>
internal sealed class OurServer : IAsyncDisposable
{
    private const int Endless = 1_000_000_000;

    private readonly ServiceProvider services;

    private OurServer(ServiceProvider services, Schema schema)
    {
        this.services = services;
        Schema = schema;
        Executor = services.GetRequiredService<RequestExecutor>();
    }

    public static ParserLimits Limits { get; } = new() { MaximumNesting = 1_000, MaximumTokens = 1_000_000 };

    public Schema Schema { get; }

    public RequestExecutor Executor { get; }

    public IServiceProvider Services => services;

    public static async Task<OurServer> StartAsync(GeneratedSchema generated, ValidationOptions validation)
    {
        var builder = new ServiceCollection().AddGraphQLServer();
        builder.Services.AddSingleton(new GeneratedModule(generated));
        builder.AddTypeModule<GeneratedModule>().ModifyOptions(options =>
        {
            options.ParserLimits = Limits;
            options.Validation = validation;
            options.RequireFieldRules = false;
            options.Cost = new() { MaximumFieldCost = Endless, MaximumTypeCost = Endless, MaximumIntrospectionCost = Endless, MaximumPageSize = Endless };
        });
        var services = builder.Services.BuildServiceProvider();
        return new(services, await services.GetRequiredService<RequestExecutor>().GetSchemaAsync(CancellationToken.None));
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
