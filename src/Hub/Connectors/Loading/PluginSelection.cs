namespace PersonalDataHub.Hub.Connectors.Loading;

/// <summary>The plugins that one catalog is built from: each is read once, however many sources it serves.</summary>
internal sealed class PluginSelection(PluginStore store) : IDisposable
{
    private readonly Dictionary<string, (LoadedPlugin? Plugin, string? Fault)> plugins = [];

    /// <summary>The plugin, valid until this selection is disposed unless held.</summary>
    /// <exception cref="PluginException">There is none, or it cannot be used.</exception>
    public LoadedPlugin Get(string id)
    {
        if (!plugins.TryGetValue(id, out var known))
        {
            plugins[id] = known = Acquire(id);
        }

        return known.Plugin ?? throw new PluginException(known.Fault!);
    }

    public void Dispose()
    {
        foreach (var (plugin, _) in plugins.Values)
        {
            plugin?.Release();
        }

        plugins.Clear();
    }

    private (LoadedPlugin? Plugin, string? Fault) Acquire(string id)
    {
        try
        {
            return (store.Acquire(id), null);
        }
        catch (PluginException exception)
        {
            return (null, exception.Message);
        }
    }
}
