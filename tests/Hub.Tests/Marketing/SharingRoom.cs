using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Disclosures;
using PersonalDataHub.Hub.Marketing;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Profiling;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Fulfillment;
using PersonalDataHub.Hub.Tests.Connectors;

namespace PersonalDataHub.Hub.Tests.Marketing;

/// <summary>The rooms of marketing and disclosures over a real SQLite database and a real source of five people.</summary>
internal sealed class SharingRoom : IAsyncDisposable
{
    private readonly PluginRoom plugins = new PluginRoom().WithPlugins("ledger", "database", "web-analytics");

    private ServiceProvider? services;

    public static Caller Officer { get; } = new() { Name = "officer", Role = Roles.DataProtectionOfficer, Registers = [Caller.EveryRegister] };

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public TestTimeProvider Clock => plugins.Clock;

    /// <summary>The customer system's file, where there is one.</summary>
    public string Database => Path.Combine(plugins.Directories.DataDirectory, "customers.db");

    /// <summary>Opens it over the ledger, or over a customer system that keeps permissions.</summary>
    public static async Task<SharingRoom> OpenAsync(Func<string, string>? change = null, bool withCustomers = false, bool withLedger = false, bool withWeb = false)
    {
        var room = new SharingRoom();
        if (withCustomers)
        {
            CustomerDatabase.Create(room.Database);
            room.plugins.WithSource("crm", "database", CustomerDatabase.Settings(room.Database));
        }

        if (withLedger)
        {
            room.plugins.WithSource(
                "ledger", "ledger", "settings: { file: ledger.db, customerNumberIssuer: crm, persons: 5, accountsEach: 1 }");
        }

        if (withWeb)
        {
            var logs = Path.Combine(room.plugins.Directories.DataDirectory, "weblogs");
            Directory.CreateDirectory(logs);
            File.WriteAllText(Path.Combine(logs, "access.log"), "");
            room.plugins.WithSource("web", "web-analytics", $$"""
                externalControls:
                  - { name: Account settings, url: https://account.example.org/ads }
                  - { name: Browser add-on, url: https://addon.example.org/ }
                settings: { logs: {{logs}}, customerNumberIssuer: crm }
                """);
        }

        if (!withCustomers)
        {
            room.plugins.WithSource("crm", "ledger", "settings: { file: ledger.db, persons: 5, accountsEach: 1 }");
        }

        room.plugins.Write("shop/register.yaml", change?.Invoke(SharingPack.Text) ?? SharingPack.Text);
        room.services = room.Build();
        await room.Get<HubDatabase>().PrepareAsync(Token);
        room.Get<CatalogHolder>().Current.Mistakes.ShouldBeEmpty();
        return room;
    }

    /// <summary>Writes the register's file otherwise and has it read again.</summary>
    public void Reconfigure(Func<string, string> change)
    {
        plugins.Write("shop/register.yaml", change(File.ReadAllText(plugins.ConfigFile("shop/register.yaml"))));
        Get<CatalogHolder>().Reload().ShouldBeTrue();
    }

    public T Get<T>()
        where T : notnull => services!.GetRequiredService<T>();

    public static RegistrantKey Person(string customer = "10001") => new RegistrantKey.ByCustomerId(customer);

    /// <summary>Runs the tasks that are due at the source.</summary>
    public Task<int> RunAsync() => Get<TaskWorker>().RunDueAsync("shop", "crm", Token);

    /// <summary>The entries of the audit trail that close an operation.</summary>
    public async Task<IReadOnlyList<AuditEntry>> OutcomesAsync(string operation)
    {
        var entries = new List<AuditEntry>();
        await foreach (var entry in Get<AuditTrail>().ReadAsync(null, Token))
        {
            if (entry.Intent.Operation == operation && entry.Outcome is not null)
            {
                entries.Add(entry);
            }
        }

        return entries;
    }

    public async Task<HubDbContext> DatabaseAsync() => await Get<IDbContextFactory<HubDbContext>>().CreateDbContextAsync();

    public async ValueTask DisposeAsync()
    {
        await services!.DisposeAsync();
        plugins.Dispose();
    }

    private ServiceProvider Build()
    {
        var configuration = new ConfigurationBuilder().Build();
        var collection = new ServiceCollection();
        collection.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Production });
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddLogging();
        collection.AddSingleton<IFulfillmentEngine, IdleEngine>();
        collection.AddPersistence(configuration, plugins.Directories.DataDirectory);
        collection.AddSingleton(plugins.Directories);
        collection.AddSingleton(plugins.Holder);
        collection.AddSingleton(plugins.Invoker);
        collection.AddSingleton<INoticesInForce, CatalogNotices>();
        collection.AddIdentities(configuration);
        collection.AddAudit();
        collection.AddRegistrants();
        collection.AddRequests(configuration);
        collection.AddMarketing();
        collection.AddProfiling();
        collection.AddDisclosures();
        return collection.BuildServiceProvider();
    }

    private sealed class IdleEngine : IFulfillmentEngine
    {
        public Task WakeAsync(string register, string source, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task WakeAtAsync(string register, string source, DateTimeOffset at, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
