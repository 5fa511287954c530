using System.Diagnostics;
using System.IO.MemoryMappedFiles;

namespace PersonalDataHub.Hub.FaultTests.Setting;

/// <summary>Makes the n-th call fail that a hub writes its database with, by a library that is loaded into it.</summary>
internal sealed class FailingCalls : IDisposable
{
    private readonly string library;
    private readonly string control;
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor left;

    private FailingCalls(string library, string control)
    {
        (this.library, this.control) = (library, control);
        File.WriteAllBytes(control, new byte[sizeof(long)]);
        file = MemoryMappedFile.CreateFromFile(control, FileMode.Open);
        left = file.CreateViewAccessor(0, sizeof(long));
    }

    /// <summary>What the hub is started with.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string> { ["LD_PRELOAD"] = library, ["HUB_FAILING_CALL"] = control };

    /// <summary>Whether the call that was to fail has failed.</summary>
    public bool HasFailed => left.ReadInt64(0) <= 0;

    /// <summary>Has the compiler of the machine make the library.</summary>
    /// <param name="folder">Where it goes.</param>
    public static async Task<FailingCalls> MakeAsync(string folder)
    {
        var compiler = RequiredTool.Find("gcc", "/usr/bin/gcc", "/usr/local/bin/gcc");
        var library = Path.Combine(folder, "failing-calls.so");
        var source = Path.Combine(Repository.Root, "tests", "Hub.FaultTests", "Setting", "failing-calls.c");
        using var process = Process.Start(new ProcessStartInfo(compiler, ["-shared", "-fPIC", "-O2", "-o", library, source, "-ldl"]) { RedirectStandardError = true })!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? new(library, Path.Combine(folder, "failing-call")) : throw new InvalidOperationException($"gcc failed: {said}");
    }

    /// <summary>Has the n-th call from now fail; 0 for none.</summary>
    public void Arm(long call) => left.Write(0, call);

    public void Dispose()
    {
        left.Dispose();
        file.Dispose();
    }
}
