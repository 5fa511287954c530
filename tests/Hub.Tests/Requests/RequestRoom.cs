using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Identities;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Fulfillment;
using PersonalDataHub.Hub.Tests.Connectors;

namespace PersonalDataHub.Hub.Tests.Requests;

/// <summary>The requests' room over a real SQLite database and a real source; tasks run when a test runs them.</summary>
internal sealed class RequestRoom : IAsyncDisposable
{
    private readonly PluginRoom plugins = new PluginRoom().WithPlugins("ledger").WithRegister()
        .WithSource("crm", "ledger", "settings: { file: ledger.db, persons: 5, accountsEach: 1 }");

    private ServiceProvider? services;

    public static Caller Officer { get; } = new() { Name = "officer", Role = Roles.DataProtectionOfficer, Registers = [Caller.EveryRegister] };

    public TestTimeProvider Clock => plugins.Clock;

    /// <summary>Opens it, with the register's file written otherwise and with more in the configuration if wanted.</summary>
    public static async Task<RequestRoom> OpenAsync(Func<string, string>? change = null, Action<PluginRoom>? more = null)
    {
        var room = new RequestRoom();
        room.Rewrite(change ?? (text => text));
        more?.Invoke(room.plugins);
        room.services = room.Build();
        await room.Get<HubDatabase>().PrepareAsync(TestContext.Current.CancellationToken);
        return room;
    }

    /// <summary>Writes the register's file otherwise and has it read again.</summary>
    public void Reconfigure(Func<string, string> change)
    {
        Rewrite(change);
        Get<CatalogHolder>().Reload().ShouldBeTrue();
    }

    public T Get<T>()
        where T : notnull => services!.GetRequiredService<T>();

    /// <summary>How the ledger behaves from now on.</summary>
    public void Switch(params string[] switches) => plugins.Write("shop/ledger.db.control", string.Join('\n', switches));

    public RequestHeader Header(string key = "one", string customer = "10001") => new()
    {
        Register = "shop",
        ClientRequestKey = key,
        Registrant = new RegistrantKey.ByCustomerId(customer),
        ReceivedAt = Clock.GetUtcNow(),
        Channel = Channel.Letter,
        Reference = "case 7",
        Purpose = "service",
    };

    public Task<DataSubjectRequest> EraseAsync(RequestHeader header, Caller? caller = null) => Get<RequestIntake>().SubmitAsync(
        header, new ErasureContent(new Scope.All(), ErasureGround.ConsentWithdrawn), caller ?? Officer, TestContext.Current.CancellationToken);

    public Task<DataSubjectRequest> ApproveAsync(DataSubjectRequest request, string? hash = null, Caller? caller = null) =>
        Get<PlanApproval>().ApproveAsync(request.Id, hash ?? request.Plan.Hash, caller ?? Officer, TestContext.Current.CancellationToken);

    public Task<int> RunAsync(string source = "crm") => Get<TaskWorker>().RunDueAsync("shop", source, TestContext.Current.CancellationToken);

    public async Task<DataSubjectRequest> FindAsync(Guid id) =>
        (await Get<RequestReader>().FindAsync(id, Officer, TestContext.Current.CancellationToken)).ShouldNotBeNull();

    /// <summary>Gives a request a share of another source, which a person is to do: so it does not end with the first.</summary>
    public async Task<DataSubjectRequest> HoldOpenAsync(DataSubjectRequest request)
    {
        await using var db = await DatabaseAsync();
        db.Tasks.Add(new()
        {
            Id = Guid.NewGuid(),
            RequestKey = await db.Requests.Where(row => row.Id == request.Id).Select(row => row.Key).SingleAsync(),
            Register = "shop",
            Source = "paper",
            Kind = request.Kind,
            State = TaskState.Waiting,
            WaitingCause = WaitingCause.Person,
            After = "",
        });
        await db.SaveChangesAsync();
        return request;
    }

    public async Task<HubDbContext> DatabaseAsync() => await Get<IDbContextFactory<HubDbContext>>().CreateDbContextAsync();

    public async ValueTask DisposeAsync()
    {
        await services!.DisposeAsync();
        plugins.Dispose();
    }

    private void Rewrite(Func<string, string> change) =>
        plugins.Write("shop/register.yaml", change(File.ReadAllText(plugins.ConfigFile("shop/register.yaml"))));

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
        return collection.BuildServiceProvider();
    }

    private sealed class IdleEngine : IFulfillmentEngine
    {
        public Task WakeAsync(string register, string source, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task WakeAtAsync(string register, string source, DateTimeOffset at, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
