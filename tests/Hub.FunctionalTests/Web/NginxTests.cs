using System.Text.Json;
using PersonalDataHub.DemoSources.Telecom;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Web;

/// <summary>Visits reach the unified view from a real web server's log, as it is written and as it is rotated.</summary>
public sealed class NginxTests
{
    private const string Visitor = "aaaaaaaa000000000000000000010001";
    private const string Stranger = "aaaaaaaa000000000000000000099999";

    [Fact]
    public async Task FindRegistrant_Should_ShowTheVisits_When_NginxLogsAndRotates()
    {
        // arrange
        var token = TestContext.Current.CancellationToken;
        await using var nginx = await NginxServer.StartAsync(token);
        await File.WriteAllTextAsync(
            Path.Combine(nginx.LogFolder, "visitor-links.csv"),
            $"visitor_id,customer_id,linked_at,consent\n{Visitor},{AwkwardCases.ShownFirst},2026-01-15T10:00:00Z,given\n",
            token);
        await using var hub = await TestHub.StartAsync((_, config, _) => ReadLogsOf(nginx, config));
        using var browser = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = nginx.Address };

        // act
        await VisitAsync(browser, "/offers", Visitor, token);
        await VisitAsync(browser, "/secret", Stranger, token);
        await nginx.WaitForLinesAsync(2, token);
        var first = await VisitsAsync(hub);
        await nginx.RotateAsync("access.log.1", token);
        await VisitAsync(browser, "/invoices", Visitor, token);
        await nginx.WaitForLinesAsync(1, token);
        var rotated = await VisitsAsync(hub);

        // assert
        var visit = first.Items("registrant.visits.nodes").ShouldHaveSingleItem();
        visit.Text("entryPage").ShouldBe("/offers");
        visit.Text("exitPage").ShouldBe("/offers");
        visit = rotated.Items("registrant.visits.nodes").ShouldHaveSingleItem();
        visit.Text("entryPage").ShouldBe("/offers");
        visit.Text("exitPage").ShouldBe("/invoices");
        foreach (var search in (JsonElement[])[first, rotated])
        {
            search.Statuses()["web-analytics"].ShouldBe("ANSWERED");
            search.At("registrant.visits.complete").GetBoolean().ShouldBeTrue();
            search.ToString().ShouldNotContain("/secret");
        }
    }

    private static void ReadLogsOf(NginxServer nginx, string configDirectory)
    {
        var file = Path.Combine(configDirectory, "telecom", "web-analytics.yaml");
        File.WriteAllText(
            file,
            File.ReadAllText(file)
                .Replace("visitorLinks: telecom/weblogs/", $"visitorLinks: {nginx.LogFolder}/", StringComparison.Ordinal)
                .Replace("logs: telecom/weblogs", $"logs: {nginx.LogFolder}", StringComparison.Ordinal));
    }

    private static async Task VisitAsync(HttpClient browser, string path, string visitor, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", $"visitor={visitor}");
        request.Headers.UserAgent.ParseAdd("Browser/1.0");
        using var response = await browser.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    private static Task<JsonElement> VisitsAsync(TestHub hub) => hub.FindAsync(
        new { customerId = AwkwardCases.ShownFirst },
        "sources { source { id } status gaps } registrant { visits { complete nodes { startedAt entryPage exitPage } } }");
}
