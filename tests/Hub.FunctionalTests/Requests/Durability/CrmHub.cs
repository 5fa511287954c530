using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Requests.Durability;

/// <summary>A hub whose register is over the demo's CRM and what a test puts beside it.</summary>
internal sealed class CrmHub : IAsyncDisposable
{
    private CrmHub(TestHub hub) => (Hub, Desk) = (hub, new RightsDesk(hub.Address, SecondRegister.Id));

    public TestHub Hub { get; }

    public RightsDesk Desk { get; }

    /// <summary>The CRM's database file.</summary>
    public string Database => Path.Combine(Hub.DataDirectory, "telecom", "crm.db");

    /// <summary>Starts it.</summary>
    /// <param name="prepare">Changes files before the start; gets data, the register's configuration and plugins folder.</param>
    /// <param name="configure">Changes the hub before its rooms are put together.</param>
    public static async Task<CrmHub> StartAsync(Action<string, string, string>? prepare = null, Action<WebApplicationBuilder>? configure = null) =>
        new(await TestHub.StartAsync(
            (data, config, plugins) =>
            {
                SecondRegister.AddTo(config);
                Directory.Delete(Path.Combine(config, "telecom"), recursive: true);
                prepare?.Invoke(data, Path.Combine(config, SecondRegister.Id), plugins);
            },
            configure ?? (_ => { }),
            LedgerRegister.HurryArguments));

    /// <summary>How many customers of a number the CRM holds.</summary>
    public Task<long> CustomersAsync(string number) => NumberAsync($"SELECT count(*) FROM customer WHERE customer_id = '{number}'");

    public async Task<long> NumberAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        Desk.Dispose();
        await Hub.DisposeAsync();
    }
}
