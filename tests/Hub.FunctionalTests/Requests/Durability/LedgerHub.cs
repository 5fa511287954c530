using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Requests.Durability;

/// <summary>A hub over a register of ledgers, and the desk of its data protection officer.</summary>
internal sealed class LedgerHub : IAsyncDisposable
{
    private LedgerHub(TestHub hub)
    {
        (Hub, Register) = (hub, new(hub.DataDirectory));
        Desk = new RightsDesk(hub.Address, LedgerRegister.Id);
    }

    public TestHub Hub { get; }

    public LedgerRegister Register { get; }

    public LedgerSource Ledger => Register.Ledger;

    public LedgerSource Archive => Register.Archive;

    public RightsDesk Desk { get; }

    public static async Task<LedgerHub> StartAsync(string approval = "none") => new(await TestHub.StartAsync(
        (data, config, plugins) => new LedgerRegister(data).Configure(config, plugins, approval), LedgerRegister.HurryArguments));

    public async ValueTask DisposeAsync()
    {
        Desk.Dispose();
        await Hub.DisposeAsync();
    }
}
