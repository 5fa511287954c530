using System.Net;
using System.Net.Sockets;

namespace PersonalDataHub.Hub.FunctionalTests.Hosting;

/// <summary>Stands between a client and a hub as a network does, and can be cut.</summary>
public sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Uri target;
    private readonly Task serving;
    private CancellationTokenSource connections = new();

    public CuttingProxy(Uri target)
    {
        this.target = target;
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        serving = ServeAsync();
    }

    public Uri Address { get; }

    /// <summary>Drops every connection; new ones are let through.</summary>
    public Task CutAsync() => Interlocked.Exchange(ref connections, new CancellationTokenSource()).CancelAsync();

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await CutAsync();
        await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        listener.Dispose();
        stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stopping.Token);
                open.Add(ForwardAsync(client, connections.Token));
            }
        }
        finally
        {
            await Task.WhenAll(open).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ForwardAsync(TcpClient client, CancellationToken cut)
    {
        using var near = client;
        using var far = new TcpClient();
        await far.ConnectAsync(target.Host, target.Port, cut);
        var (there, back) = (near.GetStream(), far.GetStream());
        await Task.WhenAny(there.CopyToAsync(back, cut), back.CopyToAsync(there, cut));
    }
}
