using System.Reflection;
using System.Runtime.Loader;

namespace PersonalDataHub.Hub.Connectors.Loading;

/// <summary>Where one plugin's assemblies live: what it shares with the hub comes from the hub, all else is its own.</summary>
/// <remarks>
/// The contract is shared so that both sides speak of the same types. The SQLite assemblies are shared because two
/// native copies in one process void each other's file locks. What else the hub uses for itself is not given out: a
/// plugin that relied on it would break with the hub's next update. A replaced plugin gives its memory back only where the
/// switch <c>PersonalDataHub.UnloadPlugins</c> is on: docs/decisions/0007-plugins-stay-in-memory.md.
/// </remarks>
internal sealed class PluginLoadContext(string id, string assembly)
    : AssemblyLoadContext($"plugin {id}", isCollectible: AppContext.TryGetSwitch("PersonalDataHub.UnloadPlugins", out var unload) && unload)
{
    private static readonly HashSet<string> Shared = new(StringComparer.OrdinalIgnoreCase)
    {
        "PersonalDataHub.Connectors.Abstractions",
        "Microsoft.Data.Sqlite",
        "Npgsql",
        "Microsoft.Extensions.Logging.Abstractions",
        "Microsoft.Extensions.DependencyInjection.Abstractions",
    };

    private static readonly HashSet<string> HubsOwn = FindHubsOwn();

    private readonly AssemblyDependencyResolver resolver = new(assembly);

    /// <summary>Lets the plugin's memory go, where that is switched on.</summary>
    public void Release()
    {
        if (IsCollectible)
        {
            Unload();
        }
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var name = assemblyName.Name!;
        if (IsShared(name))
        {
            // Asked by name alone, so that an older or newer build of a shared package gets the one the hub runs.
            return Default.LoadFromAssemblyName(new AssemblyName(name));
        }

        if (resolver.ResolveAssemblyToPath(assemblyName) is { } path)
        {
            return LoadFromAssemblyPath(path);
        }

        return HubsOwn.Contains(name)
            ? throw new FileNotFoundException($"{name} is not in the plugin's folder, and the hub does not lend its own.", name)
            : null;
    }

    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName) =>
        resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : IntPtr.Zero;

    private static bool IsShared(string name) =>
        Shared.Contains(name) || name.StartsWith("SQLitePCLRaw.", StringComparison.OrdinalIgnoreCase);

    private static HashSet<string> FindHubsOwn()
    {
        var home = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        var trusted = (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? string.Empty).Split(Path.PathSeparator);
        return trusted.Where(path => Path.GetDirectoryName(path) == home)
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
