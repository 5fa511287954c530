using System.Reflection;
using System.Runtime.CompilerServices;
using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Connectors.Loading;

/// <summary>A plugin in memory. Its load context is unloaded with the last hold.</summary>
internal sealed class LoadedPlugin
{
    private readonly HoldCount holds = new();
    private readonly Action<LoadedPlugin, WeakReference> unloaded;
    private PluginLoadContext? context;

    private LoadedPlugin(
        string id, string hash, PluginLoadContext context, Assembly assembly, Type connector, Type? validator,
        Action<LoadedPlugin, WeakReference> unloaded)
    {
        this.unloaded = unloaded;
        this.context = context;
        Id = id;
        Hash = hash;
        Assembly = assembly;
        Connector = connector;
        Validator = validator;
    }

    public string Id { get; }

    public string Hash { get; }

    public Assembly Assembly { get; private set; }

    /// <summary>The plugin's one class that implements <see cref="IConnector"/>.</summary>
    public Type Connector { get; private set; }

    /// <summary>Its class that implements <see cref="ISettingsValidator"/>; null when it has none.</summary>
    public Type? Validator { get; private set; }

    /// <exception cref="PluginException">The assembly is not one the hub can use.</exception>
    public static LoadedPlugin Load(PluginManifest manifest, string folder, string hash, Action<LoadedPlugin, WeakReference> unloaded)
    {
        var path = Path.Combine(folder, manifest.Assembly);
        if (!File.Exists(path))
        {
            throw new PluginException($"plugin.json names {manifest.Assembly}, but the folder has no such file.");
        }

        var context = new PluginLoadContext(manifest.Id, path);
        try
        {
            var assembly = context.LoadFromAssemblyPath(path);
            var types = AllTypes(assembly);
            return new(manifest.Id, hash, context, assembly, Only<IConnector>(types, required: true)!, Only<ISettingsValidator>(types, required: false), unloaded);
        }
        catch (Exception exception)
        {
            context.Release();
            throw exception as PluginException
                ?? new PluginException($"its assembly cannot be loaded ({exception.GetType().Name}); build it for .NET {Environment.Version.Major} as a plugin.");
        }
    }

    public bool TryHold() => holds.TryAdd();

    public void Release()
    {
        if (holds.Remove())
        {
            unloaded(this, Unload());
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference Unload()
    {
        var reference = new WeakReference(context);
        context!.Release();
        // Whoever still knows this object must not keep the context in memory by it.
        context = null;
        Assembly = null!;
        Connector = null!;
        Validator = null;
        return reference;
    }

    /// <summary>Loads every type now, so that a plugin that does not fit is found at load and not in the middle of a request.</summary>
    private static Type[] AllTypes(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException exception)
        {
            var reasons = exception.LoaderExceptions.OfType<Exception>().Select(reason => reason.Message).Distinct().Take(3);
            throw new PluginException($"not all of its types can be loaded: {string.Join(" ", reasons)}");
        }
    }

    private static Type? Only<T>(Type[] types, bool required)
    {
        var found = types.Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(T))).ToList();
        return found switch
        {
            [var one] => one,
            [] when !required => null,
            [] => throw new PluginException($"it has no class that implements {typeof(T).Name}."),
            _ => throw new PluginException($"it has {found.Count} classes that implement {typeof(T).Name}; a plugin may have one."),
        };
    }
}
