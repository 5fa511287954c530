using Microsoft.Extensions.Logging;
using PersonalDataHub.Hub.Connectors.Configuration;
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
        var (generation, configuration) = builder.Build(1, previous: null);
        current = generation;
        Accept(generation.Catalog, configuration);
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
    /// Reads the folders again and swaps the catalog. A reload that by mistake would take a working source or register out
    /// of service keeps the old sources and reports the mistakes; returns false then.
    /// </summary>
    public bool Reload()
    {
        bool accepted;
        ConnectorCatalog catalog;
        lock (reloading)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            Stamp = FolderStamp.Of(directories);
            var old = current;
            var (generation, configuration) = builder.Build(old.Catalog.Revision + 1, old.Catalog);
            accepted = !LosesByMistake(old.Catalog, generation.Catalog, configuration);
            if (accepted)
            {
                Accept(generation.Catalog, configuration);
            }
            else
            {
                generation.Release();
                generation = KeepOld(old.Catalog, generation.Catalog);
                ReloadRefused(logger, generation.Catalog.Mistakes.Count);
                Report(generation.Catalog);
            }

            current = generation;
            old.Release();
            catalog = generation.Catalog;
        }

        Changed?.Invoke(catalog);
        return accepted;
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

    private static bool LosesByMistake(ConnectorCatalog old, ConnectorCatalog built, HubConfiguration configuration)
    {
        var configured = configuration.SourceIds.ToHashSet();
        var registers = configuration.SourceIds.Select(source => source.Register).ToHashSet();
        return old.Registers.Any(register => registers.Contains(register.Id) && built.FindRegister(register.Id) is null)
            || old.Sources.Any(source => source.State == SourceState.Active
                && configured.Contains((source.Register, source.Id))
                && built.FindSource(source.Register, source.Id) is null or { State: SourceState.Quarantined });
    }

    private static CatalogGeneration KeepOld(ConnectorCatalog old, ConnectorCatalog built)
    {
        foreach (var source in old.Sources)
        {
            // Cannot fail: the generation being kept still holds each of them.
            _ = source.Runtime?.TryHold();
        }

        return new CatalogGeneration(old with { Revision = built.Revision, Mistakes = built.Mistakes });
    }

    private void Accept(ConnectorCatalog catalog, HubConfiguration configuration)
    {
        try
        {
            foreach (var source in catalog.Sources.Where(source => source.State == SourceState.Active))
            {
                descriptors.Write(source.Register, source.Id, source.Descriptor!);
            }

            descriptors.RemoveOthers(configuration.SourceIds);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            DescriptorsNotRemembered(logger, exception.GetType().Name);
        }

        Report(catalog);
    }

    private void Report(ConnectorCatalog catalog)
    {
        foreach (var mistake in catalog.Mistakes)
        {
            Mistake(logger, mistake.ToString());
        }

        CatalogInUse(logger, catalog.Revision, catalog.Registers.Count, catalog.Sources.Count(source => source.State == SourceState.Active), catalog.Sources.Count);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Catalog {Revision}: {Registers} registers, {Active} of {Sources} sources active.")]
    private static partial void CatalogInUse(ILogger logger, long revision, int registers, int active, int sources);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Mistake}")]
    private static partial void Mistake(ILogger logger, string mistake);

    [LoggerMessage(Level = LogLevel.Error, Message = "The reload would have taken a working source out of service and was refused; mistakes: {Mistakes}.")]
    private static partial void ReloadRefused(ILogger logger, int mistakes);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Descriptors could not be remembered ({ExceptionType}); after a restart a failing source may lack its types.")]
    private static partial void DescriptorsNotRemembered(ILogger logger, string exceptionType);
}
