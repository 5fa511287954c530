using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace PersonalDataHub.Hub.PersistenceTests.PostgreSql;

/// <summary>Stands between a hub and its database; can swallow the answer to a commit and end the connection instead.</summary>
internal sealed class SwallowingProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly string host;
    private readonly int port;
    private readonly Task serving;
    private volatile bool isArmed;
    private volatile bool isClosedAfter;

    public SwallowingProxy(string connectionString)
    {
        var target = new NpgsqlConnectionStringBuilder(connectionString);
        (host, port) = (target.Host!, target.Port);
        listener.Start();
        target.Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        ConnectionString = target.ConnectionString;
        serving = ServeAsync();
    }

    /// <summary>Connects through the proxy.</summary>
    public string ConnectionString { get; }

    /// <summary>Lets the next commit reach the database, but not its answer the hub.</summary>
    /// <param name="thenClose">Whether nobody gets through afterwards.</param>
    public void SwallowNextCommit(bool thenClose)
    {
        isClosedAfter = thenClose;
        isArmed = true;
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        listener.Dispose();
        stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        var open = new List<Task>();
        while (!stopping.IsCancellationRequested)
        {
            open.Add(ForwardAsync(await listener.AcceptTcpClientAsync(stopping.Token)));
        }

        await Task.WhenAll(open);
    }

    private async Task ForwardAsync(TcpClient client)
    {
        using var near = client;
        using var far = new TcpClient();
        await far.ConnectAsync(host, port, stopping.Token);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token);
        var answers = far.GetStream().CopyToAsync(near.GetStream(), ended.Token);
        var bytes = new byte[1 << 16];
        while (await near.GetStream().ReadAsync(bytes, stopping.Token) is var count and > 0)
        {
            var isLast = isArmed && bytes.AsSpan(0, count).IndexOf("COMMIT\0"u8) >= 0;
            if (!isLast)
            {
                await far.GetStream().WriteAsync(bytes.AsMemory(0, count), stopping.Token);
                continue;
            }

            isArmed = false;
            await ended.CancelAsync();
            await answers.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await far.GetStream().WriteAsync(bytes.AsMemory(0, count), stopping.Token);
            _ = await far.GetStream().ReadAsync(bytes, stopping.Token);
            if (isClosedAfter)
            {
                listener.Stop();
                await stopping.CancelAsync();
            }

            return;
        }
    }
}
