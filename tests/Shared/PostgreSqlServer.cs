using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace PersonalDataHub.Tests.Shared;

/// <summary>A PostgreSQL server of the test run's own, on the loopback address, started when a test first asks for it.</summary>
/// <remarks>
/// Use it as an assembly fixture. It keeps its files in a folder of its own, takes no care of power failures, and
/// stops with the test run, even one that is killed: the server lives as long as its standard input is open.
/// </remarks>
public sealed class PostgreSqlServer : IAsyncLifetime
{
    private const string User = "tester";
    private const string Password = "only-for-tests";
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"hub-test-pg-{Guid.NewGuid():N}");
    private Process? server;
    private int port;
    private int databases;

    /// <summary>Whether it takes care of power failures, as servers do that are not for tests; to be set before it is first used.</summary>
    public bool Durable { get; init; }

    private string Data => Path.Combine(folder, "data");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Makes an empty database, or a copy of one that nobody is connected to, and tells how to connect to it.</summary>
    /// <remarks>Skips the test where PostgreSQL is not installed; see <see cref="RequiredTool"/>.</remarks>
    public async Task<string> CreateDatabaseAsync(string? template = null)
    {
        await StartAsync();
        var name = $"test_{Interlocked.Increment(ref databases)}";
        await RunAsync(
            Tool("createdb"), ["-h", "127.0.0.1", "-p", Port, "-U", User, "-T", template ?? "template0", name], asServerUser: false);
        return $"Host=127.0.0.1;Port={Port};Username={User};Password={Password};Database={name}";
    }

    /// <summary>Stops the server; its databases stay.</summary>
    public async Task StopAsync()
    {
        if (server is not null)
        {
            server.StandardInput.Close();
            await server.WaitForExitAsync();
            server.Dispose();
            server = null;
        }
    }

    /// <summary>Ends it at once, as it is, as when its machine goes; what it has told as stored is there when it is started again.</summary>
    public async Task KillAsync()
    {
        await RunAsync(Tool("pg_ctl"), ["stop", "-D", Data, "-m", "immediate", "-s"], asServerUser: true);
        await StopAsync();
    }

    /// <summary>Starts it again, at the same address.</summary>
    public Task StartAgainAsync() => ServeAsync(Tool("postgres"), Tool("pg_isready"));

    public async ValueTask DisposeAsync()
    {
        await StopAsync();

        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        gate.Dispose();
    }

    private string Port => port.ToString(CultureInfo.InvariantCulture);

    private static string Tool(string name) =>
        RequiredTool.Find($"PostgreSQL's {name}", $"/usr/lib/postgresql/*/bin/{name}", $"/usr/local/bin/{name}", $"/usr/bin/{name}");

    private async Task StartAsync()
    {
        var (initialise, postgres, ready) = (Tool("initdb"), Tool("postgres"), Tool("pg_isready"));
        await gate.WaitAsync();
        try
        {
            if (server is not null)
            {
                return;
            }

            Directory.CreateDirectory(folder);
            var passwordFile = Path.Combine(folder, "password");
            await File.WriteAllTextAsync(passwordFile, Password);
            if (Environment.UserName == "root")
            {
                await RunAsync("chown", ["-R", "postgres", folder], asServerUser: false);
            }

            await RunAsync(
                initialise,
                ["-D", Data, "-U", User, "-A", "scram-sha-256", $"--pwfile={passwordFile}", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"],
                asServerUser: true);
            port = FreePort();
            await ServeAsync(postgres, ready);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task ServeAsync(string postgres, string ready)
    {
        var durability = Durable ? "on" : "off";

        // The shell ends the server when its input closes, which happens however the test run ends.
        server = Start(
            "sh",
            [
                "-c", "\"$@\" & server=$!; read -r line; kill -INT $server; wait $server", "sh",
                postgres, "-D", Data, "-p", Port, "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
                "-c", $"fsync={durability}", "-c", $"full_page_writes={durability}", "-c", $"synchronous_commit={durability}", "-c", "max_connections=200",
                "-c", "logging_collector=on", "-c", "log_directory=../log", "-c", "timezone=UTC",
            ],
            asServerUser: true);
        await WaitUntilReadyAsync(ready);
    }

    private async Task WaitUntilReadyAsync(string ready)
    {
        var started = Stopwatch.StartNew();
        while (true)
        {
            using var probe = Start(ready, ["-q", "-h", "127.0.0.1", "-p", Port, "-U", User, "-t", "1"], asServerUser: false);
            await probe.WaitForExitAsync();
            if (probe.ExitCode == 0)
            {
                return;
            }

            Assert.True(started.Elapsed < LongestStart, "The private PostgreSQL server did not start.");
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    private static async Task RunAsync(string file, string[] arguments, bool asServerUser)
    {
        using var process = Start(file, arguments, asServerUser);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{Path.GetFileName(file)} failed: {await error}{await output}");
    }

    /// <summary>PostgreSQL refuses to run as root; where the tests do, the server runs as its own user.</summary>
    private static Process Start(string file, string[] arguments, bool asServerUser)
    {
        string[] prefix = asServerUser && Environment.UserName == "root"
            ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", file]
            : [file];
        var start = new ProcessStartInfo(prefix[0], [.. prefix[1..], .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        start.Environment["PGPASSWORD"] = Password;
        return Process.Start(start)!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
