using System.Runtime.CompilerServices;
using PersonalDataHub.DemoSources.Telecom;

namespace PersonalDataHub.Hub.FunctionalTests.Hosting;

/// <summary>The demo operator's systems, made once per test run and copied for every hub that a test starts.</summary>
public static class DemoData
{
    /// <summary>The moment the demo systems end at.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<Task<string>> Made = new(MakeAsync);

    /// <summary>Copies the demo systems into a data directory.</summary>
    public static async Task CopyToAsync(string dataDirectory)
    {
        var made = await Made.Value;
        CopyFolder(made, Path.Combine(dataDirectory, "telecom"));
    }

    /// <summary>Copies a folder with everything in it.</summary>
    public static void CopyFolder(string from, string to)
    {
        foreach (var folder in Directory.GetDirectories(from, "*", SearchOption.AllDirectories).Prepend(from))
        {
            Directory.CreateDirectory(folder.Replace(from, to, StringComparison.Ordinal));
        }

        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            File.Copy(file, file.Replace(from, to, StringComparison.Ordinal));
        }
    }

    private static async Task<string> MakeAsync()
    {
        // The hub's assembly sees to it that SQLite is found; nothing of it has run yet.
        RuntimeHelpers.RunModuleConstructor(typeof(HubApplication).Module.ModuleHandle);
        var folder = Path.Combine(Directory.CreateTempSubdirectory("hub-demo-").FullName, "telecom");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
        await TelecomDemo.CreateAsync(new TelecomDemoOptions { Directory = folder, Now = Now }, CancellationToken.None);
        return folder;
    }
}
