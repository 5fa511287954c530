using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Http;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Tests.Hostile;

/// <summary>A server in this process with the limits that servers have.</summary>
internal sealed class TargetServer : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public TargetServer(Action<GraphQLOptions>? configure = null)
    {
        var collection = new ServiceCollection();
        Configure(collection.AddGraphQLServer().ModifyOptions(configure ?? (_ => { })));
        services = collection.BuildServiceProvider();
        Executor = services.GetRequiredService<RequestExecutor>();
        Calls = services.GetRequiredService<ResolverCalls>();
    }

    public RequestExecutor Executor { get; }

    public ResolverCalls Calls { get; }

    public static void Configure(GraphQLServerBuilder builder)
    {
        builder.ModifyOptions(options => options.RequireFieldRules = false).Services.AddSingleton<ResolverCalls>();
        builder
            .AddType(typeof(TargetQueries)).AddType(typeof(TargetMutations)).AddType(typeof(TargetSubscriptions))
            .AddType<Person>().AddType<Company>()
            .AddDirective(new("purpose", [DirectiveLocation.Query, DirectiveLocation.Mutation, DirectiveLocation.Subscription], [new("is", new NonNullType(SpecifiedScalars.String))]))
            .AddDirective(new("tag", [DirectiveLocation.Field, DirectiveLocation.InlineFragment], [new("name", SpecifiedScalars.String)], isRepeatable: true))
            .AddDirective(new("once", [DirectiveLocation.Field, DirectiveLocation.FragmentSpread, DirectiveLocation.FragmentDefinition]))
            .AddDirective(new("secret", [DirectiveLocation.VariableDefinition]));
    }

    /// <summary>Runs a request; the result, what it allocated on this thread and how many resolvers ran.</summary>
    public async Task<(ExecutionResult Result, long Allocated, int Calls)> RunAsync(string query, JsonElement? variables = null, string? operation = null)
    {
        await using var scope = services.CreateAsyncScope();
        var (before, calls) = (GC.GetAllocatedBytesForCurrentThread(), Calls.Total);
        var running = Executor.ExecuteAsync(
            new GraphQLRequest(query) { Variables = variables, OperationName = operation }, scope.ServiceProvider, CancellationToken.None);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        var result = await running;
        return (result, allocated, Calls.Total - calls);
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
