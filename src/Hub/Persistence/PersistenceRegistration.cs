using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Persistence.Ledger;
using PersonalDataHub.Hub.Persistence.PostgreSql;
using PersonalDataHub.Hub.Persistence.Sqlite;

namespace PersonalDataHub.Hub.Persistence;

/// <summary>Registers the hub's store and what it is encrypted with.</summary>
public static class PersistenceRegistration
{
    /// <param name="services">The hub's services.</param>
    /// <param name="configuration">
    /// Reads <c>Hub:Database:Provider</c> and <c>:ConnectionString</c>, <c>Hub:Node</c>, and <c>Hub:MasterKeyFile</c>; default
    /// <c>keys/master.key</c> in the data directory.
    /// </param>
    /// <param name="dataDirectory">Where the lock and, by default, the master key and a SQLite database live.</param>
    /// <exception cref="HubDatabaseException">The settings cannot be used; all mistakes at once.</exception>
    public static IServiceCollection AddPersistence(
        this IServiceCollection services, IConfiguration configuration, string dataDirectory)
    {
        var settings = DatabaseSettings.Read(configuration);
        var keyFile = configuration["Hub:MasterKeyFile"] is { Length: > 0 } configured
            ? configured
            : Path.Combine(Path.GetFullPath(dataDirectory), "keys", "master.key");
        services.AddSingleton(settings).AddSingleton(settings.Node);
        services.AddSingleton(_ => DataDirectoryLock.Acquire(dataDirectory));
        services.AddSingleton<IDatabaseEngine>(provider => settings.Provider == DatabaseProvider.Sqlite
            ? new SqliteEngine(HubDatabase.PathIn(provider.GetRequiredService<DataDirectoryLock>().Directory))
            : new PostgreSqlEngine(settings.ConnectionString!, provider.GetRequiredService<ILogger<PostgreSqlEngine>>()));
        services.AddSingleton(provider => KeyFrom(provider, keyFile));
        services.AddSingleton(LedgerSettings.Read(configuration, dataDirectory));
        services.AddSingleton(provider => new ErasureLedger(
            provider.GetRequiredService<LedgerSettings>(), provider.GetRequiredService<MasterKey>(), provider.GetService<TimeProvider>() ?? TimeProvider.System));
        services.AddSingleton<PersonKeys>().AddSingleton<BlindIndex>().AddSingleton<OpaqueIds>().AddSingleton<ValueTag>();
        services.AddPooledDbContextFactory<HubDbContext>((provider, options) =>
        {
            provider.GetRequiredService<IDatabaseEngine>().Configure(options);

            // Migrations are written by hand, without the snapshot that this warning compares with; a test compares
            // the migrated schema with the model instead.
            options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        });
        AddUse(services);
        services.AddHostedService<PersistenceStart>();
        services.AddHostedService(provider => provider.GetRequiredService<ClockSkew>());
        return settings.ConnectionString is { } shared
            ? services.AddHostedService(provider => new PostgreSqlListener(
                shared, provider.GetRequiredService<OtherNodes>(), provider.GetRequiredService<ILogger<PostgreSqlListener>>()))
            : services;
    }

    private static void AddUse(IServiceCollection services)
    {
        services.AddSingleton<OtherNodes>().AddSingleton<HubScheduler>().AddSingleton<ClockSkew>();
        services.AddSingleton(provider => new WriteGate(
            provider.GetRequiredService<IDbContextFactory<HubDbContext>>(),
            provider.GetRequiredService<IDatabaseEngine>(),
            provider.GetRequiredService<ErasureLedger>()));
        services.AddSingleton(provider => new HubDatabase(
            provider.GetRequiredService<IDatabaseEngine>(),
            provider.GetRequiredService<DataDirectoryLock>(),
            provider.GetRequiredService<MasterKey>(),
            provider.GetRequiredService<PersonKeys>(),
            provider.GetRequiredService<IDbContextFactory<HubDbContext>>(),
            provider.GetRequiredService<ILogger<HubDatabase>>()));
    }

    private static MasterKey KeyFrom(IServiceProvider provider, string keyFile)
    {
        // Whoever does not own the directory must not create a key in it.
        provider.GetRequiredService<DataDirectoryLock>();
        var engine = provider.GetRequiredService<IDatabaseEngine>();
        var isDevelopment = provider.GetRequiredService<IHostEnvironment>().IsDevelopment();
        return MasterKey.Load(keyFile, engine.Exists(), isDevelopment, mayCreate: isDevelopment || !engine.IsShared);
    }
}
