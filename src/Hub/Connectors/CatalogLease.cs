using PersonalDataHub.Hub.Connectors.Loading;

namespace PersonalDataHub.Hub.Connectors;

/// <summary>Keeps one catalog's sources alive until it is disposed.</summary>
public sealed class CatalogLease : IDisposable
{
    private CatalogGeneration? generation;

    internal CatalogLease(CatalogGeneration generation)
    {
        this.generation = generation;
        Catalog = generation.Catalog;
    }

    /// <summary>The catalog, the same for the whole lease.</summary>
    public ConnectorCatalog Catalog { get; }

    /// <summary>Ends the lease; a second call does nothing.</summary>
    public void Dispose() => Interlocked.Exchange(ref generation, null)?.Release();
}
