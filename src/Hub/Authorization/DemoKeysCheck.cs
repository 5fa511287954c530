using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace PersonalDataHub.Hub.Authorization;

/// <summary>Refuses to run with the demo key where others could use it. Until it has looked, the key does not work.</summary>
internal sealed class DemoKeysCheck(DemoKeys keys, IHostEnvironment environment, IServer server) : IHostedLifecycleService
{
    // Outside Development nothing needs to be bound to know.
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        keys.CheckEnvironment(environment.EnvironmentName);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        keys.Open(environment.EnvironmentName, server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []);
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
