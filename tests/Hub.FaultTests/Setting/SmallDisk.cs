using System.Diagnostics;
using System.Globalization;

namespace PersonalDataHub.Hub.FaultTests.Setting;

/// <summary>A disk of a few megabytes in memory, which can be filled and freed. Mounting takes the rights of root.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private const int Block = 4096;
    private readonly TemporaryDirectory folder = new();

    private string Ballast => folder.File("ballast");

    public static async Task<SmallDisk> MountAsync(int megabytes)
    {
        var disk = new SmallDisk();
        await RunAsync("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m"), "tmpfs", disk.folder.Path);
        return disk;
    }

    /// <summary>A path on it.</summary>
    public string File(string name) => folder.File(name);

    /// <summary>Fills it but for so many bytes.</summary>
    public void Fill(long free)
    {
        var block = new byte[Block];
        using var file = new FileStream(Ballast, FileMode.Append);
        for (var left = new DriveInfo(folder.Path).AvailableFreeSpace - free; left > 0; left -= Block)
        {
            file.Write(block);
        }
    }

    /// <summary>Gives the space back.</summary>
    public void Free() => System.IO.File.Delete(Ballast);

    public async ValueTask DisposeAsync()
    {
        // Whatever still has a file open there keeps nobody from going on.
        await RunAsync("umount", "--lazy", folder.Path);
        folder.Dispose();
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} failed; it takes the rights of root. {said}");
        }
    }
}
