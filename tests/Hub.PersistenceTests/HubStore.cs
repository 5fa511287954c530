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

namespace PersonalDataHub.Hub.PersistenceTests;

/// <summary>A real store of the hub, registered as the hub registers it, with the services that stand on it.</summary>
public abstract class HubStore : IAsyncDisposable
{
    private readonly ServiceProvider services;

    protected HubStore(string dataDirectory, IReadOnlyDictionary<string, string?> settings, ILoggerProvider? logs)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Hub:AllowArtificialIdentityCodes", "true")])
            .AddInMemoryCollection(settings)
            .Build();
        var collection = new ServiceCollection();
        collection.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Production });
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddLogging(logging =>
        {
            logging.SetMinimumLevel(LogLevel.Trace);
            if (logs is not null)
            {
                logging.AddProvider(logs);
            }
        });
        collection.AddPersistence(configuration, dataDirectory);
        collection.AddIdentities(configuration);
        collection.AddSingleton<INoticesInForce>(Notices);
        collection.AddAudit();
        services = collection.BuildServiceProvider();
    }

    public TestTimeProvider Clock { get; } = new();

    /// <summary>The notices of the registers; one of the telecom operator alone.</summary>
    public NoticesOfStore Notices { get; } = new();

    public IdentityGraph Graph => services.GetRequiredService<IdentityGraph>();

    public AuditTrail Audit => services.GetRequiredService<AuditTrail>();

    public WriteGate Gate => services.GetRequiredService<WriteGate>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task<HubDbContext> OpenAsync() => Get<IDbContextFactory<HubDbContext>>().CreateDbContextAsync();

    /// <summary>How much is written while something runs; zero when nothing is.</summary>
    public abstract Task<long> ChangesDuringAsync(Func<Task> work);

    /// <summary>How the database finds rows for a query: the text of its plan.</summary>
    public abstract Task<string> PlanOfAsync(string sql);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Checks and migrates the store; one that cannot be used is closed.</summary>
    protected static async Task<T> PrepareAsync<T>(T store)
        where T : HubStore
    {
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
}
