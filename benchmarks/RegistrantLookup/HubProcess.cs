using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace PersonalDataHub.RegistrantLookup;

/// <summary>The built hub as a process of its own, on a free port, over demo sources of a given size.</summary>
internal sealed class HubProcess : IAsyncDisposable
{
    private const string Announcement = "Personal data hub on ";
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(10);

    private readonly Process process;
    private readonly DirectoryInfo folder;
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromMinutes(1) };

    private HubProcess(int people, DirectoryInfo folder, Process process) => (People, this.folder, this.process) = (people, folder, process);

    /// <summary>How many people its sources hold.</summary>
    public int People { get; }

    /// <summary>The folder of the operator's systems.</summary>
    public string Telecom => Path.Combine(folder.FullName, "telecom");

    /// <summary>Starts a hub, which makes its sources first: half a minute or more for 100,000 people.</summary>
    public static async Task<HubProcess> StartAsync(Repository repository, int people, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("registrant-lookup-");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = folder.FullName };
        foreach (var argument in (string[])
        [
            repository.HubAssembly, "--people", people.ToString(CultureInfo.InvariantCulture), "--environment=Development",
            "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Error",
            $"--Hub:DataDirectory={folder.FullName}", $"--Hub:ConfigDirectory={repository.ConnectorsConfig}",
        ])
        {
            start.ArgumentList.Add(argument);
        }

        var hub = new HubProcess(people, folder, Process.Start(start)!);
        try
        {
            hub.http.BaseAddress = await hub.AddressAsync(cancellationToken);
            hub.http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "demo-dpo");
            return hub;
        }
        catch
        {
            await hub.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends one operation and reads its answer to the end.</summary>
    /// <returns>How long that took, and the answer's <c>data</c>.</returns>
    public async Task<(TimeSpan Took, JsonElement Data)> AskAsync(string query, object? variables, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var response = await PostAsync(new { query, variables }, cancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var took = Stopwatch.GetElapsedTime(started);
        var answer = JsonSerializer.Deserialize<JsonElement>(bytes);
        return answer.TryGetProperty("errors", out var errors)
            ? throw new InvalidOperationException($"The hub of {People} people answered with errors: {errors}")
            : (took, answer.GetProperty("data"));
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
        folder.Delete(recursive: true);
    }

    private async Task<HttpResponseMessage> PostAsync(object body, CancellationToken cancellationToken)
    {
        try
        {
            return await http.PostAsJsonAsync("graphql", body, cancellationToken);
        }
        catch (HttpRequestException exception) when (process.HasExited)
        {
            throw new InvalidOperationException($"The hub of {People} people ended while it was asked, with exit code {process.ExitCode}.", exception);
        }
    }

    private async Task<Uri> AddressAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestStart);
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith(Announcement, StringComparison.Ordinal))
            {
                // What else it prints is read and dropped, so that it never waits for us.
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return new Uri(line[Announcement.Length..] + "/");
            }
        }

        throw new InvalidOperationException($"The hub of {People} people ended before it listened; its messages stand above.");
    }
}
