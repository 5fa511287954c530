using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PersonalDataHub.Tests.Shared;

/// <summary>A real nginx on a free port of the loopback, which logs the visitor's cookie.</summary>
public sealed class NginxServer : IAsyncDisposable
{
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(60);

    private readonly TemporaryDirectory directory = new();
    private readonly string program;
    private readonly Process process;

    private NginxServer(string program, int port)
    {
        this.program = program;
        Address = new($"http://127.0.0.1:{port}");
        Directory.CreateDirectory(LogFolder);
        File.WriteAllText(directory.File("nginx.conf"), Configuration(port));
        process = Process.Start(Command())!;
    }

    public Uri Address { get; }

    public string LogFolder => directory.File("logs");

    public string Log => directory.File("logs", "access.log");

    /// <summary>A second log of the same requests, which nobody rotates.</summary>
    public string Mirror => directory.File("mirror.log");

    /// <summary>Starts nginx and waits until it answers; skips the test where nginx is not installed.</summary>
    public static async Task<NginxServer> StartAsync(CancellationToken cancellationToken)
    {
        var server = new NginxServer(RequiredTool.Find("nginx", "/usr/sbin/nginx", "/usr/local/sbin/nginx"), FreePort());
        try
        {
            await server.WaitUntilUpAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Rotates the log as logrotate does: the file is renamed, then nginx told to open a new one.</summary>
    public async Task RotateAsync(string name, CancellationToken cancellationToken)
    {
        File.Move(Log, directory.File("logs", name));
        using var signal = Process.Start(Command("-s", "reopen"))!;
        await signal.WaitForExitAsync(cancellationToken);
        await UntilAsync(() => File.Exists(Log) && !Writes(directory.File("logs", name)), cancellationToken);
    }

    /// <summary>Waits until the log holds as many lines: nginx writes a line after it has answered.</summary>
    public Task WaitForLinesAsync(int count, CancellationToken cancellationToken) =>
        WaitForLinesAsync(Log, count, cancellationToken);

    /// <summary>Waits until a log of nginx holds as many lines.</summary>
    public static Task WaitForLinesAsync(string log, int count, CancellationToken cancellationToken) =>
        UntilAsync(() => File.Exists(log) && File.ReadLines(log).Count() >= count, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
        directory.Dispose();
    }

    // The master opens the new file before its worker does; until then the worker goes on writing to the renamed one.
    private bool Writes(string log)
    {
        try
        {
            return File.ReadAllText($"/proc/{process.Id}/task/{process.Id}/children")
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(worker => Directory.EnumerateFileSystemEntries($"/proc/{worker}/fd"))
                .Any(file => new FileInfo(file).LinkTarget == log);
        }
        catch (IOException)
        {
            // It closes files at this very moment: ask again.
            return true;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task UntilAsync(Func<bool> holds, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartTime);
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!holds())
        {
            await poll.WaitForNextTickAsync(limit.Token);
        }
    }

    private async Task WaitUntilUpAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartTime);
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (true)
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(IPAddress.Loopback, Address.Port, limit.Token);
                return;
            }
            catch (SocketException) when (!process.HasExited)
            {
                await poll.WaitForNextTickAsync(limit.Token);
            }
        }
    }

    private ProcessStartInfo Command(params string[] arguments)
    {
        var command = new ProcessStartInfo(program) { UseShellExecute = false };
        foreach (var argument in (string[])["-p", directory.Path, "-e", directory.File("error.log"), "-c", directory.File("nginx.conf"), .. arguments])
        {
            command.ArgumentList.Add(argument);
        }

        return command;
    }

    private string Configuration(int port) => $$"""
        daemon off;
        user {{Environment.UserName}};
        worker_processes 1;
        pid {{directory.File("nginx.pid")}};
        error_log {{directory.File("error.log")}};
        events { worker_connections 64; }
        http {
            client_body_temp_path {{directory.File("body")}};
            proxy_temp_path {{directory.File("proxy")}};
            fastcgi_temp_path {{directory.File("fastcgi")}};
            uwsgi_temp_path {{directory.File("uwsgi")}};
            scgi_temp_path {{directory.File("scgi")}};
            log_format visitors '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent '
                                '"$http_referer" "$http_user_agent" "$cookie_visitor"';
            access_log {{Log}} visitors;
            access_log {{Mirror}} visitors;
            server {
                listen 127.0.0.1:{{port}};
                location / { return 200 "<p>Welcome</p>"; }
                location = /missing { return 404; }
            }
        }
        """;
}
