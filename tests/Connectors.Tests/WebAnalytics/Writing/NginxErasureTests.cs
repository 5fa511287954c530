using System.IO.Compression;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.WebAnalytics;

namespace PersonalDataHub.Connectors.Tests.WebAnalytics.Writing;

public sealed class NginxErasureTests
{
    private const int Connections = 8;
    private const int Rotations = 4;
    private const int RequestsBetweenRotations = 200;

    private int asked;

    [Fact]
    [Requirement("S3-54")]
    public async Task EraseAsync_Should_LoseNobodysLine_When_NginxWritesAndRotatesAllTheWhile()
    {
        // arrange
        var token = TestContext.Current.CancellationToken;
        using var site = new WebSite();
        await using var nginx = await NginxServer.StartAsync(token);
        var connector = site.ConnectTo(nginx.LogFolder);

        // act: every third request of each connection is the wanted visitor's
        using var enough = new CancellationTokenSource();
        var load = Task.WhenAll(Enumerable.Range(0, Connections).Select(
            connection => AskAsync(nginx.Address, connection, enough.Token, token)));
        for (var rotation = 1; rotation <= Rotations; rotation++)
        {
            for (var erased = 0; erased < 3 || Volatile.Read(ref asked) < rotation * RequestsBetweenRotations;)
            {
                erased += await EraseAllAsync(connector) ?? 0;
            }

            // The erasure and the rotation run into each other.
            var erasing = EraseAllAsync(connector);
            await RotateAsync(nginx, rotation, token);
            await erasing;
        }

        await enough.CancelAsync();
        await load;
        await NginxServer.WaitForLinesAsync(nginx.Mirror, asked, token);
        while (await EraseAllAsync(connector) != 0)
        {
        }

        // assert: the mirror, which nobody touches, tells what nginx wrote
        var left = VisitWrites.Lines(nginx.LogFolder, "access.log*");
        var written = File.ReadAllLines(nginx.Mirror);
        written.Length.ShouldBe(asked);
        left.Where(line => line.Contains("wanted", StringComparison.Ordinal)).ShouldBeEmpty();
        left.Where(line => line.Trim('-').Length > 0).Order(StringComparer.Ordinal)
            .ShouldBe(written.Where(line => !line.Contains("wanted", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    /// <summary>Erases what the wanted visitor has now; null when the source asks to be left alone for a while.</summary>
    private static async Task<int?> EraseAllAsync(WebAnalyticsConnector connector)
    {
        var wanted = Visits.Visitor("wanted");
        try
        {
            var targets = await connector.TargetsAsync(wanted);
            await connector.EraseAsync(wanted, targets);
            return targets.Count;
        }
        catch (SourceException busy) when (busy.Kind == FailureKind.Transient)
        {
            return null;
        }
    }

    /// <summary>What logrotate does with delaycompress: older files move on, the one before last is packed.</summary>
    private static async Task RotateAsync(NginxServer nginx, int rotation, CancellationToken cancellationToken)
    {
        var folder = nginx.LogFolder;
        if (rotation > 1)
        {
            var older = Path.Combine(folder, $"access.log-{rotation - 1}");
            File.Move(Path.Combine(folder, "access.log.1"), older);
            File.SetLastWriteTimeUtc(older, File.GetLastWriteTimeUtc(older).AddHours(-rotation));
            if (rotation == 3)
            {
                await PackAsync(older, cancellationToken);
            }
        }

        await nginx.RotateAsync("access.log.1", cancellationToken);
    }

    private static async Task PackAsync(string path, CancellationToken cancellationToken)
    {
        await using (var plain = File.OpenRead(path))
        await using (var packed = new GZipStream(File.Create(path + ".gz"), CompressionLevel.Optimal))
        {
            await plain.CopyToAsync(packed, cancellationToken);
        }

        File.Delete(path);
    }

    private async Task AskAsync(Uri address, int connection, CancellationToken enough, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = address };
        for (var i = 0; !enough.IsCancellationRequested; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/{connection}/{i}");
            request.Headers.Add("Cookie", $"visitor={(i % 3 == 0 ? "wanted" : $"other-{connection}")}");
            using var response = await client.SendAsync(request, cancellationToken);
            Interlocked.Increment(ref asked);
        }
    }
}
