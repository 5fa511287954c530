using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.PersistenceTests.Sqlite;

/// <summary>A store in a SQLite file of its own, registered as the hub registers it.</summary>
public sealed class SqliteHubStore : HubStore
{
    private SqliteHubStore(string dataDirectory, ILoggerProvider? logs, IReadOnlyDictionary<string, string?>? settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Production });
        services.AddSingleton<TimeProvider>(Clock);
        services.AddLogging(logging =>
        {
            logging.SetMinimumLevel(LogLevel.Trace);
            if (logs is not null)
            {
                logging.AddProvider(logs);
            }
        });
        services.AddPersistence(configuration, dataDirectory);
        services.AddIdentities(configuration);
        services.AddSingleton<INoticesInForce>(Notices);
        services.AddAudit();
        Services = services.BuildServiceProvider();
    }

    protected override ServiceProvider Services { get; }

    public static async Task<SqliteHubStore> CreateAsync(
        string dataDirectory, ILoggerProvider? logs = null, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var store = new SqliteHubStore(
            dataDirectory,
            logs,
            settings ?? new Dictionary<string, string?> { ["Hub:AllowArtificialIdentityCodes"] = "true" });
        try
        {
            await store.Get<HubDatabase>().PrepareAsync(CancellationToken.None);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    public override async Task<long> ChangesDuringAsync(Func<Task> work)
    {
        // Grows with every commit that changes the file, whichever connection makes it.
        await using var observer = new SqliteConnection(await ConnectionStringAsync());
        await observer.OpenAsync();
        var before = await VersionAsync(observer);
        await work();
        return await VersionAsync(observer) - before;
    }

    public override async Task<string> PlanOfAsync(string sql)
    {
        await using var connection = new SqliteConnection(await ConnectionStringAsync());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(3));
        }

        return string.Join('\n', lines);
    }

    private static async Task<long> VersionAsync(SqliteConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task<string> ConnectionStringAsync()
    {
        await using var db = await OpenAsync();
        return db.Database.GetConnectionString()!;
    }
}
