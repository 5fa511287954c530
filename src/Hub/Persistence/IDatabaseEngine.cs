using System.Data;
using Microsoft.EntityFrameworkCore;

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

    /// <summary>Looks what became of a transaction whose commit was not answered.</summary>
    Task<BatchFate> FateOfAsync(string? transaction);

    /// <summary>Removes what stays of destroyed keys beside the tables; false to be called again after the next commit.</summary>
    Task<bool> TryForgetAsync(HubDbContext db);
}
