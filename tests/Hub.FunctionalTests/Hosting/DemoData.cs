using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using PersonalDataHub.Hub.Demo;

namespace PersonalDataHub.Hub.FunctionalTests.Hosting;

/// <summary>The demo registers' systems, made once per test run and copied for every hub that a test starts.</summary>
public static class DemoData
{
    /// <summary>The register that a test's hub has unless it says otherwise.</summary>
    public const string Telecom = "telecom";

    /// <summary>The moment the demo systems end at.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Every register that ships.</summary>
    public static IReadOnlyList<string> Registers { get; } = [.. DemoRegisters.All.Keys];

    private static readonly Lazy<string> Folder = new(MakeFolder);
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Made = new(StringComparer.Ordinal);

    /// <summary>Copies the demo systems of registers, the telecom operator's if none is named, into a data directory.</summary>
    public static async Task CopyToAsync(string dataDirectory, params IReadOnlyList<string> registers)
    {
        foreach (var register in registers is [] ? [Telecom] : registers)
        {
            var made = await Made.GetOrAdd(register, id => new(() => MakeAsync(id))).Value;
            Folders.Copy(made, Path.Combine(dataDirectory, register));
        }
    }

    private static string MakeFolder()
    {
        // The hub's assembly sees to it that SQLite is found; nothing of it has run yet.
        RuntimeHelpers.RunModuleConstructor(typeof(HubApplication).Module.ModuleHandle);
        var folder = Directory.CreateTempSubdirectory("hub-demo-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }

    private static async Task<string> MakeAsync(string register)
    {
        var folder = Path.Combine(Folder.Value, register);
        await DemoRegisters.All[register](folder, new DemoOptions(), Now, CancellationToken.None);
        return folder;
    }
}
