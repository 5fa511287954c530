using Microsoft.Extensions.Hosting;
using PersonalDataHub.GraphQL.Execution;

namespace PersonalDataHub.GraphQL.Http;

/// <summary>Builds the schema at start, so that mistakes stop the host and the first request does not wait.</summary>
internal sealed class SchemaWarmup(SchemaStore store) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken) => await store.GetAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
