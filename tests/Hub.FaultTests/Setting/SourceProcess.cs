using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using PersonalDataHub.FaultSource;

namespace PersonalDataHub.Hub.FaultTests.Setting;

/// <summary>One source as a process of its own: switched, counted, killed and started again.</summary>
internal sealed class SourceProcess : IAsyncDisposable
{
    private readonly string ledger;
    private readonly string[] arguments;
    private readonly HttpClient http;
    private Process? process;

    /// <param name="id">The source's id.</param>
    /// <param name="folder">Where its ledger is kept.</param>
    /// <param name="people">Whom it holds.</param>
    /// <param name="seed">Chooses which answers are lost.</param>
    public SourceProcess(string id, string folder, People people, int seed)
    {
        Id = id;
        var port = FreePort();
        Address = new Uri($"http://127.0.0.1:{port}");
        ledger = Path.Combine(folder, $"{id}.ledger");
        arguments =
        [
            Assembly, "--first", Text(People.First), "--persons", Text(people.Count), "--marker", people.Marker,
            "--ledger", ledger, "--port", Text(port), "--seed", Text(seed),
        ];
        http = new HttpClient { BaseAddress = Address };
    }

    public string Id { get; }

    public Uri Address { get; }

    private static string Assembly => Path.Combine(
        Repository.Root, "tests", "FaultSource", "bin", Repository.BuildConfiguration, "net10.0", "PersonalDataHub.FaultSource.dll");

    /// <summary>Starts it, anew if it was killed, and waits until it answers.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        process = Process.Start(start)!;
        _ = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"The source {Id} did not start.");
    }

    /// <summary>Kills it; what it held is in its ledger.</summary>
    public async Task KillAsync()
    {
        if (process is not null)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
            process = null;
        }
    }

    /// <summary>Has it behave so from the next call on.</summary>
    public async Task BehaveAsync(Behaviour behaviour) => (await http.PutAsJsonAsync("/behaviour", behaviour)).EnsureSuccessStatusCode();

    public async Task<Progress> ProgressAsync() => (await http.GetFromJsonAsync<Progress>("/progress"))!;

    /// <summary>All it holds now, by customer number.</summary>
    public async Task<IReadOnlyDictionary<string, Account>> AccountsAsync() =>
        (await http.GetFromJsonAsync<IReadOnlyList<Account>>("/accounts"))!.ToDictionary(account => account.Number);

    /// <summary>Everything that its ledger says.</summary>
    public IReadOnlyList<LedgerLine> ReadLedger()
    {
        using var reader = new StreamReader(new FileStream(ledger, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var lines = new List<LedgerLine>();
        while (reader.ReadLine() is { } line)
        {
            lines.Add(JsonSerializer.Deserialize<LedgerLine>(line, JsonSerializerOptions.Web)!);
        }

        return lines;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        http.Dispose();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
