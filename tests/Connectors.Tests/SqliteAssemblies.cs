using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace PersonalDataHub.Connectors.Tests;

/// <summary>Stands in for the hub, which provides SQLite to the connectors.</summary>
/// <remarks>
/// Where the registry's SQLitePCLRaw is older than the one Microsoft.Data.Sqlite was compiled against, the runtime
/// refuses it by its version alone; the file beside the tests is the right one. Silent where the versions agree.
/// </remarks>
internal static class SqliteAssemblies
{
#pragma warning disable CA2255 // A test assembly is an application: nothing else runs before its tests.
    [ModuleInitializer]
#pragma warning restore CA2255
    public static void Provide() => AssemblyLoadContext.Default.Resolving += Resolve;

    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name)
    {
        var file = Path.Combine(AppContext.BaseDirectory, $"{name.Name}.dll");
        return name.Name?.StartsWith("SQLitePCLRaw", StringComparison.Ordinal) == true && File.Exists(file)
            ? context.LoadFromAssemblyPath(file)
            : null;
    }
}
