using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Requests;

/// <summary>A visitor is erased from the logs of a real web server that goes on writing them.</summary>
public sealed class NginxErasureTests
{
    private const string Customer = "10001";
    private const string Visitor = "aaaaaaaa000000000000000000010001";
    private const string Stranger = "aaaaaaaa000000000000000000099999";

    [Fact]
    public async Task Erasure_Should_LoseNoLineOfAnybodyElse_When_NginxWritesMeanwhile()
    {
        // arrange
        var token = TestContext.Current.CancellationToken;
        await using var nginx = await NginxServer.StartAsync(token);
        await File.WriteAllTextAsync(
            Path.Combine(nginx.LogFolder, "visitor-links.csv"), $"visitor_id,customer_id,linked_at,consent\n{Visitor},{Customer},2026-01-15T10:00:00Z,given\n", token);
        await using var hub = await TestHub.StartAsync((_, config, _) => ReadLogsOf(nginx, config));
        using var browser = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = nginx.Address };
        var desk = new RightsDesk(hub);
        await VisitAsync(browser, [Visitor, Stranger, Visitor], token);
        await nginx.RotateAsync("access.log.1", token);
        await VisitAsync(browser, [Stranger, Visitor, Stranger, Visitor], token);
        await nginx.WaitForLinesAsync(4, token);

        // act
        using var erased = CancellationTokenSource.CreateLinkedTokenSource(token);
        var writing = WriteUntilAsync(browser, erased.Token);
        var request = await desk.EraseAsync(Customer);
        await erased.CancelAsync();
        var written = await writing;
        await VisitAsync(browser, [Stranger], token);
        await NginxServer.WaitForLinesAsync(nginx.Mirror, 7 + written + 1, token);
        await nginx.WaitForLinesAsync(4 + written + 1, token);

        // assert
        request.OutcomesOf("web-analytics").ShouldBe(["VERIFIED"]);
        written.ShouldBeGreaterThan(10);
        var lines = File.ReadLines(Path.Combine(nginx.LogFolder, "access.log.1")).Concat(File.ReadLines(nginx.Log)).Where(line => line.Trim('-').Length > 0);
        lines.ShouldBe(await OutsideTools.ZgrepAsync(Visitor, [nginx.Mirror], "-v"));
        (await OutsideTools.ZgrepAsync(Visitor, Directory.GetFiles(nginx.LogFolder))).ShouldBeEmpty();
    }

    private static void ReadLogsOf(NginxServer nginx, string configDirectory)
    {
        var file = Path.Combine(configDirectory, "telecom", "web-analytics.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace(" telecom/weblogs", $" {nginx.LogFolder}", StringComparison.Ordinal));
    }

    /// <summary>Has a stranger visit until told to end; how many visits that were.</summary>
    private static async Task<int> WriteUntilAsync(HttpClient browser, CancellationToken end)
    {
        var written = 0;
        for (; !end.IsCancellationRequested; written++)
        {
            await VisitAsync(browser, [Stranger], CancellationToken.None);
        }

        return written;
    }

    private static async Task VisitAsync(HttpClient browser, IReadOnlyList<string> visitors, CancellationToken cancellationToken)
    {
        foreach (var visitor in visitors)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/offers");
            request.Headers.Add("Cookie", $"visitor={visitor}");
            request.Headers.UserAgent.ParseAdd("Browser/1.0");
            using var response = await browser.SendAsync(request, cancellationToken);
            response.EnsureSuccessStatusCode();
        }
    }
}
