using Microsoft.Data.Sqlite;
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
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Fulfillment;
using PersonalDataHub.Hub.Retention;
using PersonalDataHub.Hub.Retention.Sweeps;
using PersonalDataHub.Hub.Tests.Connectors;

namespace PersonalDataHub.Hub.Tests.Retention;

/// <summary>The retention room over two real databases of a shop's own, a real hub database, and tasks that run when a test runs them.</summary>
internal sealed class RetentionRoom : IAsyncDisposable
{
    public const string Rules = """
        relationship: { threshold: P2Y, explanation: Nobody came back later. }
        retention:
          - { id: own, name: Own, trigger: relationship-end, period: P1Y }
          - { id: vouchers, name: Vouchers, trigger: financial-year-end, dateField: issuedOn, period: P6Y, toEndOfYear: true, fields: [invoice], strength: minimum, law: Accounting Act 1336/1997 2:10 }
        """;

    private readonly PluginRoom plugins = new();
    private readonly Dictionary<string, string?> settings = [];
    private ServiceProvider? services;

    public static Caller Officer { get; } = new() { Name = "officer", Role = Roles.DataProtectionOfficer, Registers = [Caller.EveryRegister] };

    public TestTimeProvider Clock => plugins.Clock;

    public DateOnly Today => RetentionDay.Of(Clock.GetUtcNow());

    public static Task<RetentionRoom> OpenAsync(string rules = Rules, params (string Key, string Value)[] options) =>
        OpenAsync(room => room.plugins.WithRegister(more: rules), options);

    /// <summary>A room whose register is written as a whole.</summary>
    public static Task<RetentionRoom> OfAsync(string register) => OpenAsync(room => room.plugins.Write("shop/register.yaml", register), []);

    private static async Task<RetentionRoom> OpenAsync(Action<RetentionRoom> write, (string Key, string Value)[] options)
    {
        var room = new RetentionRoom();
        room.plugins.WithPlugins("database");
        write(room);
        room.plugins.Write("shop/crm.yaml", Crm);
        room.plugins.Write("shop/billing.yaml", Billing);
        room.Sql("crm", "create table customer (number text primary key, name text, ended_on text); create table visit (id integer primary key, number text, visited_at text)");
        room.Sql("billing", "create table account (account text primary key, number text); create table invoice (id text primary key, account text, issued_on text, total integer)");
        foreach (var (key, value) in options)
        {
            room.settings[$"Hub:Retention:{key}"] = value;
        }

        room.Start();
        await room.Get<HubDatabase>().PrepareAsync(TestContext.Current.CancellationToken);
        return room;
    }

    public T Get<T>()
        where T : notnull => services!.GetRequiredService<T>();

    /// <summary>A customer whose latest visit was so many days ago.</summary>
    public RetentionRoom WithCustomer(string number, int visitedDaysAgo) => Sql(
        "crm",
        $"insert into customer (number, name, ended_on) values ('{number}', 'Meikäläinen', '{Today.AddDays(-visitedDaysAgo):yyyy-MM-dd}')",
        $"insert into visit (number, visited_at) values ('{number}', '{Clock.GetUtcNow().AddDays(-visitedDaysAgo):yyyy-MM-ddTHH:mm:ssZ}')");

    /// <summary>An invoice of a customer, issued so many days ago.</summary>
    public RetentionRoom WithInvoice(string number, int issuedDaysAgo) => Sql(
        "billing",
        $"insert or ignore into account (account, number) values ('A{number}', '{number}')",
        $"insert into invoice (id, account, issued_on, total) values ('I{number}-{issuedDaysAgo}', 'A{number}', '{Today.AddDays(-issuedDaysAgo):yyyy-MM-dd}', 100)");

    public RetentionRoom Sql(string source, params string[] statements)
    {
        using var connection = new SqliteConnection($"Data Source={plugins.ConfigFile($"shop/{source}.db")};Pooling=False");
        connection.Open();
        foreach (var statement in statements)
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }

        return this;
    }

    public long Count(string source, string table)
    {
        using var connection = new SqliteConnection($"Data Source={plugins.ConfigFile($"shop/{source}.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"select count(*) from {table}";
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Takes a source away, or gives it back: its file is moved.</summary>
    public void Move(string from, string to) => File.Move(plugins.ConfigFile($"shop/{from}.db"), plugins.ConfigFile($"shop/{to}.db"));

    public Task<RetentionSweep> SweepAsync(bool dryRun = true) =>
        Get<RetentionSweeps>().SweepAsync("shop", dryRun, Officer, TestContext.Current.CancellationToken);

    public Task<DataSubjectRequest> EraseAsync(string customer, string key = "one") => Get<RequestIntake>().SubmitAsync(
        new()
        {
            Register = "shop",
            ClientRequestKey = key,
            Registrant = new RegistrantKey.ByCustomerId(customer),
            ReceivedAt = Clock.GetUtcNow(),
            Channel = Channel.Letter,
            Purpose = "service",
        },
        new ErasureContent(new Scope.All(), ErasureGround.ConsentWithdrawn),
        Officer,
        TestContext.Current.CancellationToken);

    /// <summary>Runs every source's due tasks.</summary>
    public async Task RunAsync()
    {
        foreach (var source in (string[])["crm", "billing"])
        {
            await Get<TaskWorker>().RunDueAsync("shop", source, TestContext.Current.CancellationToken);
        }
    }

    public async Task<HubDbContext> DatabaseAsync() => await Get<IDbContextFactory<HubDbContext>>().CreateDbContextAsync();

    /// <summary>As after a kill: nothing in memory, everything on disk.</summary>
    public async Task RestartAsync()
    {
        await services!.DisposeAsync();
        Start();
    }

    public async ValueTask DisposeAsync()
    {
        await services!.DisposeAsync();
        plugins.Dispose();
    }

    private void Start()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var collection = new ServiceCollection();
        collection.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Development });
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
        collection.AddRetention(configuration);
        collection.AddMarketing();
        collection.AddDisclosures();
        services = collection.BuildServiceProvider();
    }

    private const string Crm = """
        connector: database
        name: CRM
        settings:
          database: Data Source=crm.db;Pooling=False
          timeZone: Europe/Helsinki
          identities:
            - { kind: customerNumber, table: customer, column: number, person: number }
          records:
            customer:
              plural: customers
              description: A customer.
              category: contact
              origin: provided
              identifies: true
              atMostOne: true
              table: customer
              key: number
              person: number
              erase: delete
              fields:
                number: { column: number, kind: text, description: The number., identityKind: customerNumber }
                name: { column: name, kind: text, description: The name., profileTerm: familyName }
            visit:
              plural: visits
              description: A visit.
              category: web
              origin: observed
              table: visit
              key: id
              person: number
              erase: delete
              fields:
                visitedAt: { column: visited_at, kind: instant, description: When. }
          facts:
            lastContact:
              - { record: visit, at: visited_at }
            contractInForce:
              - { record: customer, validTo: ended_on, at: ended_on }
        """;

    private const string Billing = """
        connector: database
        name: Billing
        settings:
          database: Data Source=billing.db;Pooling=False
          timeZone: Europe/Helsinki
          identities:
            - { kind: customerNumber, table: account, column: account, person: account }
            - { kind: customerNumber, issuer: crm, table: account, column: number, person: account }
          records:
            account:
              plural: accounts
              description: An account.
              category: contact
              origin: provided
              identifies: true
              atMostOne: true
              table: account
              key: account
              person: account
              erase: delete
              fields:
                account: { column: account, kind: text, description: The account., identityKind: customerNumber }
                number: { column: number, kind: text, description: The customer number., identityKind: customerNumber, identityIssuer: crm }
            invoice:
              plural: invoices
              description: An invoice.
              category: web
              origin: observed
              table: invoice
              key: id
              person: account
              erase: delete
              fields:
                issuedOn: { column: issued_on, kind: date, description: When. }
                total: { column: total, kind: integer, description: Cents. }
          facts:
            lastContact:
              - { record: invoice, at: issued_on }
        """;

    private sealed class IdleEngine : IFulfillmentEngine
    {
        public Task WakeAsync(string register, string source, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task WakeAtAsync(string register, string source, DateTimeOffset at, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
