using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace PersonalDataHub.DemoSources.Tests;

/// <summary>Lets Microsoft.Data.Sqlite run on an older SQLitePCLRaw than it was built against, where no newer is held.</summary>
internal static class SqliteVersions
{
    // The runtime asks only where the versions differ, so with the newest packages this never does anything.
    [ModuleInitializer]
    internal static void Accept() => AssemblyLoadContext.Default.Resolving += static (context, name) =>
    {
        if (name.Name?.StartsWith("SQLitePCLRaw", StringComparison.Ordinal) != true)
        {
            return null;
        }

        var path = Path.Combine(AppContext.BaseDirectory, name.Name + ".dll");
        return File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
    };
}
