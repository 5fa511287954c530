using System.Net;
using PersonalDataHub.Connectors.Tests.CallRecordings;

namespace PersonalDataHub.Connectors.Tests.WebAnalytics;

public sealed class NginxTests
{
    [Fact]
    public async Task ReadAsync_Should_TellTheVisit_When_NginxLoggedAndRotatedIt()
    {
        // arrange
        var token = TestContext.Current.CancellationToken;
        using var site = new WebSite();
        await using var nginx = await NginxServer.StartAsync(token);
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8 }) { BaseAddress = nginx.Address };
        var connector = site.ConnectTo(nginx.LogFolder);

        // act
        await AskAsync(client, "/?campaign=summer", "wanted", "Browser \"Ä\"", token);
        await AskAsync(client, "/missing", "wanted", "Browser", token);
        await AskAsync(client, "/", null, "Robot", token);
        await nginx.WaitForLinesAsync(3, token);
        var before = await connector.VisitsAsync(Visits.Visitor("wanted"));
        await nginx.RotateAsync("access.log.1", token);
        await AskAsync(client, "/after", "wanted", "Browser", token);
        await nginx.WaitForLinesAsync(1, token);
        var after = await connector.VisitsAsync(Visits.Visitor("wanted"));

        // assert
        before.Gaps.ShouldBeEmpty();
        before.Records.ShouldHaveSingleItem().Text(connector.Describe(), "exitPage").ShouldBe("/missing");
        var visit = after.Records.ShouldHaveSingleItem();
        visit.Text(connector.Describe(), "entryPage").ShouldBe("/");
        visit.Text(connector.Describe(), "exitPage").ShouldBe("/after");
        visit.Text(connector.Describe(), "browser").ShouldBe("Browser \"Ä\"");
        visit.Text(connector.Describe(), "ipAddress").ShouldBe("127.0.0.0/24");
    }

    private static async Task AskAsync(
        HttpClient client, string path, string? visitor, string browser, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("User-Agent", browser);
        if (visitor is not null)
        {
            request.Headers.Add("Cookie", $"theme=dark; visitor={visitor}");
        }

        using var response = await client.SendAsync(request, cancellationToken);
        response.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.NotFound);
    }
}
