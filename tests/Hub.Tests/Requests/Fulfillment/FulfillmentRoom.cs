using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Fulfillment;
using PersonalDataHub.Hub.Tests.Connectors;

namespace PersonalDataHub.Hub.Tests.Requests.Fulfillment;

/// <summary>A hub's store and its fulfilment over real sources: two ledgers and a keeper of paper files.</summary>
internal sealed class FulfillmentRoom : IAsyncDisposable
{
    private readonly TemporaryDirectory root = new();
    private readonly ServiceProvider services;

    private FulfillmentRoom(TimeProvider clock, bool quartz, Dictionary<string, string?> settings)
    {
        foreach (var plugin in (string[])["ledger", "email-only"])
        {
            CopyPlugin(plugin);
        }

        Write("shop/register.yaml", """
            id: shop
            name: Shop
            controller: { name: Shop Oy }
            primarySource: crm
            precedence: [crm]
            categories:
              - { id: contact, name: Contact }
            purposes:
              - { id: service, name: Service, categories: all }
            """);
        Write("shop/crm.yaml", "connector: ledger\nname: CRM\nsettings: { file: crm.db, persons: 3, accountsEach: 2 }\n");
        Write("shop/billing.yaml", "connector: ledger\nname: Billing\nsettings: { file: billing.db, persons: 3, customerNumberIssuer: crm }\n");
        Write("shop/paper.yaml", "connector: email-only\nname: Paper\nsettings: { list: paper.csv, keeper: keeper@example.test }\n");
        Write("shop/paper.csv", "10001;Shelf 1\n");
        services = Compose(clock, quartz, new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
    }

    public static SubjectIdentity Person { get; } = new(IdentityKinds.CustomerNumber, "10001", "crm");

    public TestTimeProvider Clock => (TestTimeProvider)Get<TimeProvider>();

    public TaskWorker Worker => Get<TaskWorker>();

    public List<(string Register, string Source)> Woken => ((NotedWakes)Get<IFulfillmentEngine>()).Woken;

    public static async Task<FulfillmentRoom> CreateAsync(
        TimeProvider? clock = null, bool quartz = false, params (string Option, string Value)[] options)
    {
        var settings = options.ToDictionary(option => $"{FulfillmentOptions.Section}:{option.Option}", option => (string?)option.Value);
        var room = new FulfillmentRoom(clock ?? new TestTimeProvider(), quartz, settings);
        await room.Get<HubDatabase>().PrepareAsync(TestContext.Current.CancellationToken);
        return room;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public void Switch(string source, params string[] switches) => Write($"shop/{source}.db.control", string.Join('\n', switches));

    /// <summary>Puts a file in place whole.</summary>
    public void Write(string file, string text)
    {
        var path = root.File("config", file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path + ".new", text.ReplaceLineEndings("\n"));
        File.Move(path + ".new", path, overwrite: true);
    }

    public void Remove(string file) => File.Delete(root.File("config", file));

    public Task<int> RunAsync(string source = "crm") => Worker.RunDueAsync("shop", source, TestContext.Current.CancellationToken);

    public async Task<T> LookAsync<T>(Func<HubDbContext, Task<T>> look)
    {
        await using var db = await Get<IDbContextFactory<HubDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await look(db);
    }

    public Task<RequestRow> RequestAsync() => LookAsync(db => db.Requests.AsNoTracking().SingleAsync());

    public Task<TaskRow> TaskAsync(string source = "crm") => LookAsync(db => db.Tasks.AsNoTracking().SingleAsync(task => task.Source == source));

    public Task<List<TaskItemRow>> ItemsAsync(string source = "crm") => LookAsync(db => (
        from item in db.TaskItems.AsNoTracking()
        join task in db.Tasks on item.TaskKey equals task.Key
        where task.Source == source
        orderby item.Ordinal
        select item).ToListAsync());

    public Task<List<string>> AuditedAsync() => LookAsync(db => db.Audit.OrderBy(row => row.Sequence).Select(row => row.Operation + " " + row.Outcome).ToListAsync());

    /// <summary>Asks a ledger's file.</summary>
    public List<string> Ledger(string sql, string source = "crm")
    {
        using var connection = new SqliteConnection($"Data Source={root.File("config", "shop", $"{source}.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetValue(0).ToString()!);
        }

        return rows;
    }

    public List<string> Effects(string source = "crm") =>
        Ledger("SELECT operation || ' ' || position FROM log WHERE effect = 1 ORDER BY id", source);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        root.Dispose();
    }

    private ServiceProvider Compose(TimeProvider clock, bool quartz, IConfiguration configuration)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Production });
        collection.AddSingleton(clock);
        collection.AddLogging();
        collection.AddSingleton(new HubDirectories
        {
            DataDirectory = root.File("data"),
            ConfigDirectory = root.File("config"),
            PluginsDirectory = root.File("plugins"),
            SourcesDirectory = root.File("config", "shop"),
        });
        collection.AddPersistence(configuration, root.File("data"));
        collection.AddConnectors();
        collection.AddIdentities(configuration);
        collection.AddAudit();
        collection.AddRegistrants();
        collection.AddSingleton(provider => new Backoff(provider.GetRequiredService<FulfillmentOptions>(), new Random(1)));
        collection.AddSingleton<PlanShare>(provider => new WholeRecordPlanning(provider.GetRequiredService<SourceInvoker>()).PlanAsync);
        if (!quartz)
        {
            collection.AddSingleton<IFulfillmentEngine, NotedWakes>();
        }

        return collection.AddRequests(configuration).BuildServiceProvider();
    }

    private void CopyPlugin(string id)
    {
        var from = Path.Combine(PluginRoom.BuiltPlugins, id);
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = root.File("plugins", id, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
