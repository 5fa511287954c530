using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Commands;

/// <summary>The hub as somebody meets it who has just started it: in an empty folder, with nothing configured.</summary>
public sealed class NewcomersHub : IAsyncLifetime
{
    private readonly TemporaryDirectory folder = new();
    private ServingHub? serving;

    public HubSettings Settings => new(folder.File("data"));

    public ServingHub Serving => serving!;

    public async ValueTask InitializeAsync() => serving = await ServingHub.StartAsync(Settings, "-- registrant --register telecom");

    public async ValueTask DisposeAsync()
    {
        if (serving is not null)
        {
            await serving.DisposeAsync();
        }

        folder.Dispose();
    }

    /// <summary>Runs a command beside the serving hub.</summary>
    public Task<HubProgram.Finished> RunAsync(params string[] arguments) => HubProgram.RunAsync(Settings, null, arguments);
}
