using Microsoft.Extensions.Logging;
using PersonalDataHub.Hub.Connectors.Loading;

namespace PersonalDataHub.Hub.Connectors;

/// <summary>Holds the current catalog and swaps it whole. Loaded when made, so there is always one.</summary>
public sealed partial class CatalogHolder : IDisposable
{
    private readonly Lock reloading = new();
    private readonly CatalogBuilder builder;
    private readonly HubDirectories directories;
    private readonly PluginStore plugins;
    private readonly DescriptorStore descriptors;
    private readonly ILogger<CatalogHolder> logger;
    private volatile CatalogGeneration current;
    private bool disposed;

    internal CatalogHolder(
        CatalogBuilder builder, HubDirectories directories, PluginStore plugins, DescriptorStore descriptors, ILogger<CatalogHolder> logger)
    {
        this.builder = builder;
        this.directories = directories;
        this.plugins = plugins;
        this.descriptors = descriptors;
        this.logger = logger;
        plugins.RemoveUnusedCopies();
        Stamp = FolderStamp.Of(directories);
        var built = builder.Build(1, previous: null);
        current = built.Generation;
        Accept(built);
    }

    /// <summary>Raised after each swap with the new catalog, on the thread that reloaded.</summary>
    public event Action<ConnectorCatalog>? Changed;

    /// <summary>The current catalog, for looking at. To call sources of it, hold a <see cref="Lease"/>.</summary>
    public ConnectorCatalog Current => current.Catalog;

    /// <summary>How many replaced plugin versions are still in memory; more than a few for long means a plugin leaks.</summary>
    public int UncollectedPlugins => plugins.Uncollected;

    /// <summary>The state of the folders when they were last read; taken before reading, so that a change meanwhile is seen.</summary>
    internal string Stamp { get; private set; }

    /// <summary>The current catalog, with its sources kept alive until the lease is disposed.</summary>
    public CatalogLease Lease()
    {
        while (true)
        {
            var generation = current;
            if (generation.TryHold())
            {
                return new CatalogLease(generation);
            }

            ObjectDisposedException.ThrowIf(disposed, this);
        }
    }

    /// <summary>
    /// Reads the folders again and swaps the catalog. What a mistake in the configuration would take out of service stays
    /// as it was, and false is returned; everything else changes all the same.
    /// </summary>
    public bool Reload()
    {
        BuiltCatalog built;
        lock (reloading)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            Stamp = FolderStamp.Of(directories);
            var old = current;
            built = builder.Build(old.Catalog.Revision + 1, old.Catalog);
            Accept(built);
            current = built.Generation;
            old.Release();
        }

        Changed?.Invoke(built.Generation.Catalog);
        return built.Kept.Count == 0;
    }

    /// <summary>Lets the current catalog go; leases that are out keep theirs.</summary>
    public void Dispose()
    {
        lock (reloading)
        {
            if (!disposed)
            {
                disposed = true;
                current.Release();
            }
        }
    }

    private void Accept(BuiltCatalog built)
    {
        var catalog = built.Generation.Catalog;
        try
        {
            foreach (var source in catalog.Sources.Where(source => source.State == SourceState.Active))
            {
                descriptors.Write(source.Register, source.Id, source.Descriptor!);
            }

            descriptors.RemoveOthers(built.Configuration.SourceIds);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            DescriptorsNotRemembered(logger, exception.GetType().Name);
        }

        foreach (var mistake in catalog.Mistakes)
        {
            Mistake(logger, mistake.ToString());
        }

        foreach (var kept in built.Kept)
        {
            KeptAsItWas(logger, kept);
        }

        CatalogInUse(logger, catalog.Revision, catalog.Registers.Count, catalog.Sources.Count(source => source.State == SourceState.Active), catalog.Sources.Count);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Catalog {Revision}: {Registers} registers, {Active} of {Sources} sources active.")]
    private static partial void CatalogInUse(ILogger logger, long revision, int registers, int active, int sources);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Mistake}")]
    private static partial void Mistake(ILogger logger, string mistake);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Kept} stays as it was until its configuration is mended.")]
    private static partial void KeptAsItWas(ILogger logger, string kept);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Descriptors could not be remembered ({ExceptionType}); after a restart a failing source may lack its types.")]
    private static partial void DescriptorsNotRemembered(ILogger logger, string exceptionType);
}
