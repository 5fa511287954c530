using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Persistence.Sqlite;

namespace PersonalDataHub.Hub.Persistence;

/// <summary>Registers the hub's store and what it is encrypted with.</summary>
public static class PersistenceRegistration
{
    /// <param name="services">The hub's services.</param>
    /// <param name="configuration">Reads <c>Hub:MasterKeyFile</c>; default <c>keys/master.key</c> in the data directory.</param>
    /// <param name="dataDirectory">Where the database, the lock and, by default, the master key live.</param>
    public static IServiceCollection AddPersistence(
        this IServiceCollection services, IConfiguration configuration, string dataDirectory)
    {
        var database = HubDatabase.PathIn(dataDirectory);
        var keyFile = configuration["Hub:MasterKeyFile"] is { Length: > 0 } configured
            ? configured
            : Path.Combine(Path.GetFullPath(dataDirectory), "keys", "master.key");
        services.AddSingleton(_ => DataDirectoryLock.Acquire(dataDirectory));
        services.AddSingleton(provider =>
        {
            // Whoever does not own the directory must not create a key in it.
            provider.GetRequiredService<DataDirectoryLock>();
            return MasterKey.Load(
                keyFile, SqliteFile.Exists(database), provider.GetRequiredService<IHostEnvironment>().IsDevelopment());
        });
        services.AddSingleton<PersonKeys>().AddSingleton<BlindIndex>().AddSingleton<OpaqueIds>().AddSingleton<ValueTag>();
        services.AddPooledDbContextFactory<HubDbContext>(options => options
            .UseSqlite(SqliteFile.ConnectionString(database, SqliteOpenMode.ReadWriteCreate))
            .AddInterceptors(new SqliteConnectionSettings())
            // Migrations are written by hand, without the snapshot that this warning compares with; a test compares
            // the migrated schema with the model instead.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning)));
        services.AddSingleton<WriteGate>().AddSingleton<HubDatabase>();
        return services.AddHostedService<PersistenceStart>();
    }
}
