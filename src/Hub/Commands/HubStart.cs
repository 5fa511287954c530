using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Demo;
using PersonalDataHub.Hub.Persistence;

namespace PersonalDataHub.Hub.Commands;

/// <summary>Starts a hub in the right order: own the data directory, make the demo sources, then listen.</summary>
internal static class HubStart
{
    public static async Task StartAsync(WebApplication hub, DemoOptions demo, CancellationToken cancellationToken)
    {
        var owned = hub.Services.GetRequiredService<DataDirectoryLock>();
        await DemoStart.MakeSourcesAsync(hub, demo, cancellationToken).ConfigureAwait(false);
        try
        {
            await hub.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            throw new HubStartException($"The hub cannot listen: {exception.Message} Choose another address with --urls.");
        }

        owned.Announce(AddressOf(hub));
    }

    /// <summary>Whether a hub was refused for a reason that its message tells; anything else is a defect.</summary>
    public static bool IsRefusal(Exception exception) =>
        exception is HubDatabaseException or HubStartException or ApiKeyConfigurationException or DemoKeysRefusedException;

    /// <summary>The address at which a started hub listens.</summary>
    public static string AddressOf(WebApplication hub) => hub.Services.GetRequiredService<IServer>()
        .Features.Get<IServerAddressesFeature>()!.Addresses.First().TrimEnd('/');
}
