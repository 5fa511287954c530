using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Tests.Http;

namespace PersonalDataHub.GraphQL.Tests.Execution;

internal static class InParts
{
    public static async Task<IReadOnlyList<string>> PartsAsync(this GraphQLHost host, string query, JsonElement? variables = null)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await using var stream = await host.OpenAsync(scope, query, variables);
        return await stream.ReadAllAsync(TestContext.Current.CancellationToken).Select(p => p.ToJson()).ToListAsync(TestContext.Current.CancellationToken);
    }

    public static async Task<string> WholeAsync(this GraphQLHost host, string query, JsonElement? variables = null)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var result = await host.Services.GetRequiredService<RequestExecutor>().ExecuteAsync(
            new GraphQLRequest(query) { Variables = variables }, scope.ServiceProvider, TestContext.Current.CancellationToken);
        return result.ToJson();
    }

    public static ValueTask<ResponseStream> OpenAsync(
        this GraphQLHost host, AsyncServiceScope scope, string query, JsonElement? variables = null, CancellationToken cancellationToken = default) =>
        host.Services.GetRequiredService<RequestExecutor>().SubscribeAsync(
            new GraphQLRequest(query) { Variables = variables }, scope.ServiceProvider, cancellationToken);
}
