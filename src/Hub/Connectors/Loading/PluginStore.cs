using PersonalDataHub.Hub.Registers;

namespace PersonalDataHub.Hub.Connectors.Loading;

/// <summary>The plugins folder and what of it is in memory.</summary>
internal sealed class PluginStore(HubDirectories directories)
{
    private readonly Lock gate = new();
    private readonly List<LoadedPlugin> loaded = [];
    private readonly List<WeakReference> unloaded = [];

    private string CopiesFolder => Path.Combine(directories.DataDirectory, "connectors", "loaded");

    /// <summary>How many plugin versions were unloaded but are still in memory because something refers to them.</summary>
    public int Uncollected
    {
        get
        {
            lock (gate)
            {
                unloaded.RemoveAll(reference => !reference.IsAlive);
                return unloaded.Count;
            }
        }
    }

    /// <summary>The ids of the plugins that are there: a folder without manifest is not there yet.</summary>
    public IReadOnlyList<string> Ids() => Directory.Exists(directories.PluginsDirectory)
        ? [.. Directory.GetDirectories(directories.PluginsDirectory)
            .Where(folder => File.Exists(Path.Combine(folder, PluginManifest.FileName)))
            .Select(folder => Path.GetFileName(folder))
            .Order(StringComparer.Ordinal)]
        : [];

    /// <summary>What is wrong with the manifests, of plugins that no source uses too.</summary>
    public IReadOnlyList<ConfigurationMistake> ManifestMistakes()
    {
        var mistakes = new List<ConfigurationMistake>();
        foreach (var id in Ids())
        {
            try
            {
                _ = PluginManifest.Parse(File.ReadAllBytes(Path.Combine(directories.PluginsDirectory, id, PluginManifest.FileName)), id);
            }
            catch (Exception exception) when (exception is PluginException or IOException or UnauthorizedAccessException)
            {
                mistakes.Add(new($"plugins/{id}/{PluginManifest.FileName}", 0, 0, exception is PluginException ? exception.Message : "cannot be read."));
            }
        }

        return mistakes;
    }

    /// <summary>The plugin of this id as it is in the folder now, held once for the caller.</summary>
    /// <exception cref="PluginException">There is none, or it cannot be used.</exception>
    public LoadedPlugin Acquire(string id)
    {
        var folder = Path.Combine(directories.PluginsDirectory, id);
        if (!File.Exists(Path.Combine(folder, PluginManifest.FileName)))
        {
            throw new PluginException($"there is no such plugin: {id}/{PluginManifest.FileName} is not in the plugins folder.");
        }

        var package = PluginPackage.Read(folder);
        var manifest = package.Contains(PluginManifest.FileName)
            ? PluginManifest.Parse(package.Bytes(PluginManifest.FileName), id)
            : throw new PluginException("its manifest was taken away while it was read.");
        lock (gate)
        {
            if (loaded.Find(plugin => plugin.Id == id && plugin.Hash == package.Hash && plugin.TryHold()) is { } known)
            {
                return known;
            }

            var plugin = LoadedPlugin.Load(manifest, Copy(id, package), package.Hash, Forget);
            loaded.Add(plugin);
            return plugin;
        }
    }

    /// <summary>Deletes copies that nothing is loaded from, as far as the operating system lets it.</summary>
    public void RemoveUnusedCopies()
    {
        if (!Directory.Exists(CopiesFolder))
        {
            return;
        }

        lock (gate)
        {
            foreach (var copy in Directory.GetDirectories(CopiesFolder).SelectMany(Directory.GetDirectories)
                .Where(copy => !loaded.Exists(plugin => plugin.Hash == Path.GetFileName(copy))))
            {
                try
                {
                    Directory.Delete(copy, recursive: true);
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
                {
                    // Still in use on Windows; the next start deletes it.
                }
            }
        }
    }

    private string Copy(string id, PluginPackage package)
    {
        try
        {
            return package.CopyTo(Path.Combine(CopiesFolder, id));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PluginException($"it cannot be copied to the hub's data folder ({exception.GetType().Name}); check free space and rights.");
        }
    }

    private void Forget(LoadedPlugin plugin, WeakReference context)
    {
        lock (gate)
        {
            loaded.Remove(plugin);
            unloaded.Add(context);
        }
    }
}
