namespace PersonalDataHub.Hub.Connectors.Loading;

/// <summary>A catalog with what runs its sources: alive while it is the current one or somebody holds a lease on it.</summary>
internal sealed class CatalogGeneration(ConnectorCatalog catalog)
{
    private readonly HoldCount holds = new();

    public ConnectorCatalog Catalog { get; } = catalog;

    public bool TryHold() => holds.TryAdd();

    public void Release()
    {
        if (!holds.Remove())
        {
            return;
        }

        foreach (var source in Catalog.Sources)
        {
            source.Runtime?.Release();
        }
    }
}
