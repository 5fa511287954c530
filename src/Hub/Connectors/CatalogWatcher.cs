using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PersonalDataHub.Hub.Connectors.Loading;

namespace PersonalDataHub.Hub.Connectors;

/// <summary>Reloads the catalog after its folders changed and then stayed quiet for a moment.</summary>
/// <remarks>File notifications are quick but can be lost (network shares, container mounts); a slow look at the folders makes up for it.</remarks>
internal sealed partial class CatalogWatcher(
    CatalogHolder holder, HubDirectories directories, TimeProvider clock, ILogger<CatalogWatcher> logger) : IHostedService, IDisposable
{
    /// <summary>Long enough for the files of one copy to arrive together.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(500);

    /// <summary>How often the folders are looked at without a notification.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly Lock looking = new();
    private readonly List<FileSystemWatcher> notifications = [];
    private ITimer? poll;
    private ITimer? debounce;
    private string seen = string.Empty;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // The holder may have read the folders long before; what changed in between is found at the first look.
        debounce = clock.CreateTimer(_ => Look(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        poll = clock.CreateTimer(_ => Look(), null, Interval, Interval);
        seen = holder.Stamp;
        foreach (var folder in (string[])[directories.ConfigDirectory, directories.PluginsDirectory])
        {
            Watch(folder);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        poll?.Dispose();
        debounce?.Dispose();
        notifications.ForEach(notification => notification.Dispose());
        notifications.Clear();
    }

    private void Watch(string folder)
    {
        try
        {
            var notification = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
            notification.Created += (_, _) => Soon();
            notification.Changed += (_, _) => Soon();
            notification.Deleted += (_, _) => Soon();
            notification.Renamed += (_, _) => Soon();
            notification.Error += (_, _) => Soon();
            notification.EnableRaisingEvents = true;
            notifications.Add(notification);
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or PlatformNotSupportedException)
        {
            NotNotified(logger, exception.GetType().Name);
        }
    }

    private void Soon() => debounce?.Change(Quiet, Timeout.InfiniteTimeSpan);

    /// <summary>Reloads when the folders differ from what is loaded and have not changed since the look before.</summary>
    private void Look()
    {
        try
        {
            lock (looking)
            {
                var now = FolderStamp.Of(directories);
                if (now == holder.Stamp)
                {
                    seen = now;
                }
                else if (now == seen)
                {
                    holder.Reload();
                }
                else
                {
                    seen = now;
                    Soon();
                }
            }
        }
        catch (Exception exception)
        {
            ReloadFailed(logger, exception.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A folder cannot be watched ({ExceptionType}); changes are found by looking every 10 s.")]
    private static partial void NotNotified(ILogger logger, string exceptionType);

    [LoggerMessage(Level = LogLevel.Error, Message = "The catalog could not be reloaded ({ExceptionType}); the old one stays in use.")]
    private static partial void ReloadFailed(ILogger logger, string exceptionType);
}
