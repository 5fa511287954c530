using System.Data;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace PersonalDataHub.Hub.Persistence;

/// <summary>What differs from one database to another.</summary>
internal interface IDatabaseEngine : IDisposable
{
    /// <summary>Where it is, for messages: no secret.</summary>
    string Place { get; }

    /// <summary>Whether several nodes may use it at once.</summary>
    bool IsShared { get; }

    /// <summary>How a batch of the write gate is kept apart from others.</summary>
    IsolationLevel Isolation { get; }

    /// <summary>Sets contexts up.</summary>
    void Configure(DbContextOptionsBuilder options);

    /// <summary>Says where a cluster keeps its schedule; only of a database that is shared.</summary>
    void ConfigureSchedule(IPersistentStoreBuilder store);

    /// <summary>Whether it may hold something that only its own master key opens.</summary>
    /// <exception cref="HubDatabaseException">It cannot be looked at.</exception>
    bool Exists();

    /// <summary>Keeps other nodes from preparing the database until disposed.</summary>
    Task<IAsyncDisposable> PrepareAloneAsync(CancellationToken cancellationToken);

    /// <summary>Looks whether it can be used, and applies the migrations that it lacks.</summary>
    /// <returns>Its version, for the log.</returns>
    /// <exception cref="HubDatabaseException">It cannot be used; nothing was changed.</exception>
    Task<string> MigrateAsync(HubDbContext db, CancellationToken cancellationToken);

    /// <summary>Makes a batch, whose transaction has begun, the only writer.</summary>
    /// <returns>What <see cref="FateOfAsync"/> knows the transaction by.</returns>
    Task<string?> EnterAsync(HubDbContext db);

    /// <summary>Tells other nodes, with the commit, which requests have changed.</summary>
    Task TellOthersAsync(HubDbContext db, IReadOnlyCollection<Guid> requests);

    /// <summary>Looks what became of a transaction whose commit was not answered.</summary>
    Task<BatchFate> FateOfAsync(string? transaction);

    /// <summary>Takes work that one node does at a time, until disposed or until its process ends; null while another node has it.</summary>
    Task<IAsyncDisposable?> TryTakeAsync(string work, CancellationToken cancellationToken);

    /// <summary>Removes what stays of destroyed keys beside the tables; false to be called again after the next commit.</summary>
    Task<bool> TryForgetAsync(HubDbContext db);
}
