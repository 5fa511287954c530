using System.Data;
using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Persistence;
using Quartz;

namespace PersonalDataHub.Hub.PersistenceTests.PostgreSql;

/// <summary>The engine without its turn at writing: the control of what the turn is for.</summary>
internal sealed class UnlockedEngine(IDatabaseEngine engine) : IDatabaseEngine
{
    public string Place => engine.Place;

    public bool IsShared => engine.IsShared;

    public IsolationLevel Isolation => engine.Isolation;

    public void Configure(DbContextOptionsBuilder options) => engine.Configure(options);

    public void ConfigureSchedule(IPersistentStoreBuilder store) => engine.ConfigureSchedule(store);

    public bool Exists() => engine.Exists();

    public Task<IAsyncDisposable> PrepareAloneAsync(CancellationToken cancellationToken) => engine.PrepareAloneAsync(cancellationToken);

    public Task<string> MigrateAsync(HubDbContext db, CancellationToken cancellationToken) => engine.MigrateAsync(db, cancellationToken);

    public Task<string?> EnterAsync(HubDbContext db) => Task.FromResult<string?>(null);

    public Task TellOthersAsync(HubDbContext db, IReadOnlyCollection<Guid> requests) => engine.TellOthersAsync(db, requests);

    public Task<IAsyncDisposable?> TryTakeAsync(string work, CancellationToken cancellationToken) => engine.TryTakeAsync(work, cancellationToken);

    public Task<BatchFate> FateOfAsync(string? transaction) => engine.FateOfAsync(transaction);

    public Task<bool> TryForgetAsync(HubDbContext db) => engine.TryForgetAsync(db);

    public void Dispose()
    {
    }
}
