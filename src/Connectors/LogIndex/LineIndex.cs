using Microsoft.Data.Sqlite;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.LogIndex.Files;
using PersonalDataHub.Connectors.LogIndex.Storage;

namespace PersonalDataHub.Connectors.LogIndex;

/// <summary>Finds one person's lines in a log, at the cost of what the person has in it.</summary>
/// <remarks>
/// The index lies in the source's work directory and may be lost at any time. It holds keyed hashes, moments and
/// offsets; only lines of gzip archives are copied, encrypted. Before each query it takes in what was appended since;
/// that goes on in the background when the caller gives up, so even a first look at a huge log ends.
/// </remarks>
internal sealed class LineIndex(LogFolder folder, ILineReader reader, string workDirectory, string name) : IDisposable
{
    /// <summary>The kind under which <see cref="LineKey.Owner"/> is hashed.</summary>
    public const string OwnerKind = "owner";

    private const int Attempts = 4;

    private readonly Lock gate = new();
    private readonly HashSet<long> stale = [];
    private readonly CancellationTokenSource lifetime = new();
    private Task running = Task.CompletedTask;
    private Task? waiting;
    private (IndexDatabase Database, IndexSecrets Secrets)? opened;

    /// <summary>Bytes read from the log's files so far.</summary>
    public ByteMeter Meter { get; } = new();

    public LogFolder Folder => folder;

    /// <summary>Takes in what is new and runs a query on what the log holds then.</summary>
    /// <exception cref="SourceException">The files cannot be read.</exception>
    public async Task<T> QueryAsync<T>(Func<IndexSnapshot, T> query, CancellationToken cancellationToken)
    {
        try
        {
            return await QueryWithRetryAsync(query, cancellationToken);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new SourceException(
                FailureKind.Configuration,
                $"The files in '{folder.Folder}', or the source's work directory, may not be used by the account that the hub runs as.",
                denied);
        }
        catch (IOException broken)
        {
            throw new SourceException(
                FailureKind.Transient, $"A file in '{folder.Folder}' could not be read just now.", broken);
        }
        catch (SqliteException broken)
        {
            throw new SourceException(
                FailureKind.Transient, $"The index of '{folder.FileName}' could not be used just now.", broken);
        }
    }

    /// <summary>Indexes files anew that were changed, so that nothing of what they held before is left.</summary>
    public async Task RenewAsync(IEnumerable<long> files, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            Forget(file);
        }

        await QueryAsync(_ => true, cancellationToken);
        await Task.Run(() => Open().Database.Compact(), cancellationToken);
    }

    public void Dispose()
    {
        lifetime.Cancel();
        lock (gate)
        {
            opened?.Database.Dispose();
        }
    }

    private async Task<T> QueryWithRetryAsync<T>(Func<IndexSnapshot, T> query, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            await RefreshAsync().WaitAsync(cancellationToken);
            try
            {
                return await Task.Run(() => Ask(query), cancellationToken);
            }
            catch (StaleLineException changed) when (attempt < Attempts)
            {
                // The first time it may only have been renamed; after that it is another file.
                if (attempt > 1)
                {
                    Forget(changed.File);
                }
            }
            catch (SqliteException broken) when (IndexDatabase.IsBroken(broken) && attempt < Attempts)
            {
                Recreate();
            }
            catch (StaleLineException changed)
            {
                throw new SourceException(
                    FailureKind.Transient, $"'{folder.FileName}' keeps changing while it is read; try again.", changed);
            }
        }
    }

    private T Ask<T>(Func<IndexSnapshot, T> query)
    {
        var (database, secrets) = Open();
        using var snapshot = new IndexSnapshot(folder.Folder, database.Open(), secrets, Meter);
        return query(snapshot);
    }

    /// <summary>A refresh that starts after this call; callers that wait for one share it.</summary>
    private Task RefreshAsync()
    {
        lock (gate)
        {
            return waiting ??= StartAfter(running);
        }
    }

    private Task StartAfter(Task previous)
    {
        return running = Start();

        async Task Start()
        {
            await previous.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
            HashSet<long> forget;
            lock (gate)
            {
                waiting = null;
                forget = [.. stale];
            }

            Refresh(forget);
            lock (gate)
            {
                stale.ExceptWith(forget);
            }
        }
    }

    private void Refresh(IReadOnlySet<long> forget)
    {
        var (database, secrets) = Open();
        var refresh = new IndexRefresh(folder, new LogScan(reader, secrets), database, Meter);
        try
        {
            refresh.Run(forget, lifetime.Token);
        }
        catch (SqliteException broken) when (IndexDatabase.IsBroken(broken))
        {
            database.Recreate();
            refresh.Run(forget, lifetime.Token);
        }
    }

    private (IndexDatabase Database, IndexSecrets Secrets) Open()
    {
        lock (gate)
        {
            if (opened is null)
            {
                Directory.CreateDirectory(workDirectory);
                var secrets = IndexSecrets.Open(Path.Combine(workDirectory, "index.key"));
                var fingerprint = $"{folder.Folder}\0{folder.FileName}\0{reader.Fingerprint}";
                opened = (new(workDirectory, name, fingerprint, secrets), secrets);
            }

            return opened.Value;
        }
    }

    private void Recreate()
    {
        lock (gate)
        {
            opened?.Database.Recreate();
        }
    }

    private void Forget(long file)
    {
        lock (gate)
        {
            stale.Add(file);
        }
    }
}
