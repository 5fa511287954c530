using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Tests.CallRecordings;

namespace PersonalDataHub.Connectors.Tests.WebAnalytics;

public sealed class WebAnalyticsConnectorTests : IDisposable
{
    private readonly WebSite site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task ReadAsync_Should_PutRequestsTogetherToVisits_When_NoPauseIsLongerThanHalfAnHour()
    {
        // arrange
        site.Append(
            WebSite.Line("v1", WebSite.Noon, "/offers?name=Matti", referrer: "https://search.example.org/?q=Matti"),
            WebSite.Line("v2", WebSite.Noon, "/other"),
            WebSite.Line("v1", WebSite.Noon.AddMinutes(30), "/cart"),
            WebSite.Line("v1", WebSite.Noon.AddMinutes(61), "/offers"));
        site.Link("v1,0012,2026-06-01T09:40:00Z,given");
        var connector = site.Connect();

        // act
        var page = await connector.VisitsAsync(Visits.Customer("0012"));

        // assert
        var descriptor = connector.Describe();
        page.Records.Select(visit => visit.Of(descriptor, "pageCount")).ShouldBe([new IntegerValue(2), new IntegerValue(1)]);
        page.Records.Select(visit => visit.Of(descriptor, "beforeLink")).ShouldBe([new BooleanValue(true), new BooleanValue(false)]);
        page.Records.Select(visit => visit.Text(descriptor, "entryPage")).ShouldBe(["/offers", "/offers"]);
        page.Records[0].Text(descriptor, "referrer").ShouldBe("https://search.example.org/");
        var pages = page.Records[0].Of(descriptor, "pages").ShouldBeOfType<ListValue>();
        pages.Items[1].ShouldBeOfType<CompositeValue>().Parts
            .ShouldBe([new InstantValue(WebSite.Noon.AddMinutes(30)), new TextValue("/cart"), new IntegerValue(200)]);
    }

    [Theory]
    [InlineData("192.0.2.77", "192.0.2.0/24")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1::/48")]
    [InlineData("::ffff:192.0.2.77", "192.0.2.0/24")]
    [InlineData("unix:", null)]
    public async Task ReadAsync_Should_GiveTheNetworkOnly_When_AddressesAreNotKeptWhole(string address, string? expected)
    {
        site.Append(WebSite.Line("v1", WebSite.Noon, address: address));
        var connector = site.Connect();

        var visit = (await connector.VisitsAsync(Visits.Visitor("v1"))).Records.ShouldHaveSingleItem();

        visit.Text(connector.Describe(), "ipAddress").ShouldBe(expected);
    }

    [Fact]
    public async Task ReadAsync_Should_GiveAddressesAndQueries_When_TheSettingsKeepThem()
    {
        site.Append(WebSite.Line("v1", WebSite.Noon, "/offers?page=2"));
        var connector = site.Connect(("keepWholeAddresses", "true"), ("keepQueryStrings", "true"));

        var visit = (await connector.VisitsAsync(Visits.Visitor("v1"))).Records.ShouldHaveSingleItem();

        visit.Text(connector.Describe(), "ipAddress").ShouldBe("192.0.2.77");
        visit.Text(connector.Describe(), "entryPage").ShouldBe("/offers?page=2");
    }

    [Fact]
    public async Task ReadAsync_Should_UndoTheEscapes_When_TheServerWroteThem()
    {
        site.Append(WebSite.Line("v1", WebSite.Noon, browser: @"\x22\xC3\x84\x5C Apache \""quoted\"" \\ end"));
        var connector = site.Connect();

        var visit = (await connector.VisitsAsync(Visits.Visitor("v1"))).Records.ShouldHaveSingleItem();

        visit.Text(connector.Describe(), "browser").ShouldBe("\"Ä\\ Apache \"quoted\" \\ end");
    }

    [Fact]
    public async Task ReadAsync_Should_SayWhatItCouldNotRead_When_LinesAreMalformed()
    {
        site.Append(
            "nonsense\n",
            "192.0.2.1 - - [32/Foo/2026:25:61:00 +0200] \"GET / HTTP/1.1\" 200 512 \"-\" \"-\" \"v1\"\n",
            new string('x', 300_000) + "\n",
            WebSite.Line("v1", WebSite.Noon),
            "192.0.2.1 - - [01/Jun/2026:12:00:01 +0300] \"\\x16\\x03\" 400 157 \"-\" \"-\" \"-\"\n");
        var connector = site.Connect();

        var page = await connector.VisitsAsync(Visits.Visitor("v1"));
        var check = await connector.CheckAsync(new(), TestContext.Current.CancellationToken);

        page.Gaps.ShouldBe(["3 lines of access.log could not be read."]);
        page.Records.Count.ShouldBe(1);
        check.Remarks.ShouldContain("3 lines of access.log could not be read.");
    }

    [Fact]
    public async Task ReadAsync_Should_GiveTheLinkAsIdentity_When_ConsentIsGiven()
    {
        // arrange
        site.Append(WebSite.Line("v1", WebSite.Noon));
        site.Link("v1,1,2026-06-01T09:00:00Z,given", "v2,1,2026-06-01T09:00:00Z,refused");
        var connector = site.Connect();

        // act
        var page = await connector.LinksAsync(Visits.Customer("1"));

        // assert
        var link = page.Records.ShouldHaveSingleItem();
        link.Text(connector.Describe(), "visitorId").ShouldBe("v1");
        link.Of(connector.Describe(), "shared").ShouldBe(new BooleanValue(false));
    }

    [Fact]
    public async Task ReadAsync_Should_FindNothing_When_ConsentIsWithdrawn()
    {
        // arrange
        site.Append(WebSite.Line("v1", WebSite.Noon));
        site.Link("v1,1,2026-06-01T09:00:00Z,given");
        var connector = site.Connect();
        (await connector.VisitsAsync(Visits.Customer("1"))).Records.Count.ShouldBe(1);

        // act
        site.Link("v1,1,2026-06-01T09:00:00Z,given", "v1,1,2026-06-01T09:00:00Z,withdrawn");

        // assert
        (await connector.VisitsAsync(Visits.Customer("1"))).Records.ShouldBeEmpty();
        (await connector.LinksAsync(Visits.Customer("1"))).Records.ShouldBeEmpty();
    }

    [Fact]
    public async Task ReadAsync_Should_GiveEachTheirOwn_When_CustomersShareABrowser()
    {
        // arrange
        site.Append(
            WebSite.Line("v1", WebSite.Noon.AddHours(-2), "/nobody"),
            WebSite.Line("v1", WebSite.Noon, "/one"),
            WebSite.Line("v1", WebSite.Noon.AddMinutes(10), "/two"));
        site.Link("v1,1,2026-06-01T08:30:00Z,given", "v1,2,2026-06-01T09:05:00Z,given");
        var connector = site.Connect();

        // act
        var one = await connector.VisitsAsync(Visits.Customer("1"), Visits.Visitor("v1"));
        var two = await connector.VisitsAsync(Visits.Customer("2"));
        var cookie = await connector.VisitsAsync(Visits.Visitor("v1"));

        // assert
        one.Records.ShouldHaveSingleItem().Text(connector.Describe(), "entryPage").ShouldBe("/one");
        two.Records.ShouldHaveSingleItem().Text(connector.Describe(), "entryPage").ShouldBe("/two");
        cookie.Records.ShouldBeEmpty();
        one.Gaps.ShouldBe(["Visits of browsers that other customers use, not given because they may be theirs: 2."]);
    }

    [Fact]
    public async Task ReadAsync_Should_PageLinksThenVisits_When_BothAreAskedFor()
    {
        // arrange
        site.Append(Enumerable.Range(0, 5).Select(day => WebSite.Line("v1", WebSite.Noon.AddDays(day))));
        site.Link("v1,1,2026-06-01T09:00:00Z,given");
        var connector = site.Connect();
        var types = new List<string>();
        string? token = null;

        // act
        do
        {
            var page = await connector.ReadAsync(
                new()
                {
                    Identities = [Visits.Customer("1")],
                    RecordTypes = ["visit", "visitorLink"],
                    PageSize = 2,
                    PageToken = token,
                },
                TestContext.Current.CancellationToken);
            types.AddRange(page.Records.Select(record => record.RecordType));
            token = page.NextPageToken;
        }
        while (token is not null);

        // assert
        types.ShouldBe(["visitorLink", "visit", "visit", "visit", "visit", "visit"]);
    }

    [Fact]
    public async Task CheckAsync_Should_SayThatNoVisitorIsLogged_When_TheFormatHasNoCookie()
    {
        site.Append("192.0.2.1 - - [01/Jun/2026:12:00:01 +0300] \"GET / HTTP/1.1\" 200 5 \"-\" \"Browser/1.0\"\n");

        var check = await site.Connect().CheckAsync(new(), TestContext.Current.CancellationToken);

        check.Failure.ShouldBeNull();
        check.Remarks.ShouldContain(remark => remark.Contains("cookie", StringComparison.Ordinal));
    }
}
