using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Drift;

/// <summary>Checks for drift after every change of the catalog and once a day, and tells of what changed.</summary>
public sealed partial class DriftWatch : IHostedService, IDisposable
{
    /// <summary>How often drift is checked when nothing changes: rules come into force and go out of it by the calendar.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    private readonly CatalogHolder catalogs;
    private readonly DriftCheck check;
    private readonly DriftBook book;
    private readonly TimeProvider clock;
    private readonly ILogger<DriftWatch> log;
    private readonly SemaphoreSlim checking = new(1, 1);
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<DriftChange>> watchers = new();
    private ITimer? daily;
    private long checkedRevision;

    internal DriftWatch(CatalogHolder catalogs, DriftCheck check, DriftBook book, TimeProvider clock, ILogger<DriftWatch> log) =>
        (this.catalogs, this.check, this.book, this.clock, this.log) = (catalogs, check, book, clock, log);

    /// <summary>Begins to watch.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        catalogs.Changed += OnChanged;
        daily = clock.CreateTimer(_ => Begin(), null, Interval, Interval);
        Begin();
        return Task.CompletedTask;
    }

    /// <summary>Stops watching and waits for a check that has begun.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        catalogs.Changed -= OnChanged;
        daily?.Dispose();
        await stopping.CancelAsync().ConfigureAwait(false);
        await checking.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>The drift of a register, checked at least since the catalog last changed.</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="includeResolved">Whether findings that are gone are told too.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<DriftEntry>> ReadAsync(string register, bool includeResolved, CancellationToken cancellationToken)
    {
        if (Interlocked.Read(ref checkedRevision) < catalogs.Current.Revision)
        {
            await CheckAsync(cancellationToken).ConfigureAwait(false);
        }

        return await book.ReadAsync(register, includeResolved, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Every change of a register's drift from now on.</summary>
    /// <param name="register">The register's id.</param>
    /// <param name="cancellationToken">Ends the watching.</param>
    public async IAsyncEnumerable<DriftChange> WatchAsync(string register, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            yield return await watchers.GetOrAdd(register, _ => new(TaskCreationOptions.RunContinuationsAsynchronously))
                .Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Checks every register now.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        await checking.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var catalog = catalogs.Current;
            foreach (var register in catalog.Registers)
            {
                var change = await book.NoteAsync(register.Id, register.Pack.Version, check.Of(catalog, register), cancellationToken).ConfigureAwait(false);
                Tell(change);
            }

            Interlocked.Exchange(ref checkedRevision, catalog.Revision);
        }
        finally
        {
            checking.Release();
        }
    }

    /// <summary>Releases what the watch holds.</summary>
    public void Dispose()
    {
        daily?.Dispose();
        checking.Dispose();
        stopping.Dispose();
    }

    private void OnChanged(ConnectorCatalog catalog) => Begin();

    private void Begin() => _ = CheckOrTellAsync();

    private async Task CheckOrTellAsync()
    {
        try
        {
            await CheckAsync(stopping.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The hub is stopping; the next start checks.
        }
        catch (Exception cause)
        {
            LogFailed(log, cause.GetType().Name);
        }
    }

    private void Tell(DriftChange change)
    {
        if (change is { Appeared.Count: 0, Resolved.Count: 0 })
        {
            return;
        }

        LogChanged(log, change.Register, change.Appeared.Count, change.Resolved.Count, change.Open);
        foreach (var entry in change.Appeared.Where(entry => entry.Severity == DriftSeverity.Error))
        {
            LogAppeared(log, change.Register, entry.Kind, entry.Subject);
        }

        if (watchers.TryRemove(change.Register, out var waiting))
        {
            waiting.TrySetResult(change);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Drift of {Register}: {Appeared} new, {Resolved} gone, {Open} in all.")]
    private static partial void LogChanged(ILogger log, string register, int appeared, int resolved, int open);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Drift of {Register}: {Kind}, {Subject}.")]
    private static partial void LogAppeared(ILogger log, string register, DriftKind kind, string subject);

    [LoggerMessage(Level = LogLevel.Error, Message = "Drift could not be checked ({ExceptionType}); the next check is after the next change or in a day.")]
    private static partial void LogFailed(ILogger log, string exceptionType);
}
