using System.Diagnostics;

namespace PersonalDataHub.Tests.Shared;

/// <summary>A running client that tells on lines what it sees, and stays until it is disposed of.</summary>
public sealed class ClientProcess(Process process) : IDisposable
{
    /// <summary>The next line; null when the client has ended.</summary>
    public async Task<string?> ReadLineAsync() => await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
