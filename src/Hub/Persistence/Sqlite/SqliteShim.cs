using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace PersonalDataHub.Hub.Persistence.Sqlite;

/// <summary>Makes one SQLite serve the whole process, plugins included, whichever copy of its wrapper was restored.</summary>
/// <remarks>
/// Microsoft.Data.Sqlite may have been compiled against a later SQLitePCLRaw than the one beside the application; only
/// the version differs, so the file that is there answers. The wrapper's bundled native library is replaced by the
/// operating system's where that one is newer. Two native copies in one process would void each other's file locks:
/// the one not chosen is unloaded before any file is opened.
/// </remarks>
internal static class SqliteShim
{
    private const string BundledName = "e_sqlite3";
    private const string ProviderAssembly = "SQLitePCLRaw.provider.e_sqlite3";
    private static readonly Lazy<nint> native = new(ChooseNative);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int VersionNumber();

    /// <summary>Where the native library in use comes from, for the log.</summary>
    public static string Origin { get; private set; } = "bundled";

#pragma warning disable CA2255 // Must run before a plugin touches SQLite, whoever loads this assembly.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Install()
    {
        AssemblyLoadContext.Default.Resolving += static (context, name) =>
        {
            var file = Path.Combine(AppContext.BaseDirectory, name.Name + ".dll");
            return name.Name?.StartsWith("SQLitePCLRaw", StringComparison.Ordinal) == true && File.Exists(file)
                ? context.LoadFromAssemblyPath(file)
                : null;
        };
        var provider = Assembly.Load(ProviderAssembly);
        NativeLibrary.SetDllImportResolver(provider, static (name, _, _) => name == BundledName ? native.Value : 0);
    }

    /// <summary>Zero leaves the choice to the runtime, which finds the bundled one.</summary>
    private static nint ChooseNative()
    {
        if (!OperatingSystem.IsLinux() || !NativeLibrary.TryLoad("libsqlite3.so.0", out var system))
        {
            return 0;
        }

        var isBundled = NativeLibrary.TryLoad(BundledName, Assembly.Load(ProviderAssembly), null, out var bundled);
        if (isBundled && VersionOf(bundled) >= VersionOf(system))
        {
            NativeLibrary.Free(system);
            return bundled;
        }

        if (isBundled)
        {
            NativeLibrary.Free(bundled);
        }

        Origin = "operating system";
        return system;
    }

    private static int VersionOf(nint library) =>
        Marshal.GetDelegateForFunctionPointer<VersionNumber>(
            NativeLibrary.GetExport(library, "sqlite3_libversion_number"))();
}
