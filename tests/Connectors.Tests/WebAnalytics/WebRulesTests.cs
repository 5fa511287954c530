using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Tests.CallRecordings;

namespace PersonalDataHub.Connectors.Tests.WebAnalytics;

/// <summary>What notices say of web data: when a browser becomes a person's, what stays nobody's, what may vanish.</summary>
public sealed class WebRulesTests : IDisposable
{
    private readonly WebSite site = new();

    public void Dispose() => site.Dispose();

    [Theory]
    [InlineData("form")]
    [InlineData("login")]
    [InlineData("invitation-link")]
    [Requirement("S1-36")]
    [Requirement("S2-45")]
    [Requirement("S4-35")]
    public async Task ReadAsync_Should_TellWhenAndWhyABrowserBecameAPersons_When_ItWasLinked(string reason)
    {
        // arrange
        site.Append(WebSite.Line("v1", WebSite.Noon, "/offers"), WebSite.Line("v1", WebSite.Noon.AddHours(5), "/own-page"));
        site.Link($"v1,0012,2026-06-01T12:00:00Z,given,{reason}");
        var connector = site.Connect();
        var descriptor = connector.Describe();

        // act
        var page = await connector.ReadAsync(
            new() { Identities = [Visits.Customer("0012")], RecordTypes = ["visit", "visitorLink"] }, CancellationToken.None);

        // assert
        var link = page.Records.Single(record => record.RecordType == "visitorLink");
        link.Of(descriptor, "linkedAt").ShouldBe(new InstantValue(new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero)));
        (link.Text(descriptor, "reason"), link.Text(descriptor, "consent")).ShouldBe((reason, "given"));
        var visits = page.Records.Where(record => record.RecordType == "visit").ToList();
        visits.Select(visit => visit.Of(descriptor, "beforeLink")).ShouldBe([new BooleanValue(true), new BooleanValue(false)]);
        visits.ShouldAllBe(visit => visit.Text(descriptor, "linkReason") == reason);
    }

    [Theory]
    [InlineData("given", 1)]
    [InlineData("withdrawn", 0)]
    [InlineData("", 0)]
    [Requirement("S1-36")]
    [Requirement("S2-45")]
    public async Task ReadAsync_Should_JoinNothing_When_ThereIsNoConsentToTheLink(string consent, int joined)
    {
        site.Append(WebSite.Line("v1", WebSite.Noon));
        site.Link($"v1,0012,2026-06-01T09:00:00Z,{consent},form");

        (await site.Connect().VisitsAsync(Visits.Customer("0012"))).Records.Count.ShouldBe(joined);
    }

    [Fact]
    [Requirement("S4-34")]
    [Requirement("S4-35")]
    public async Task ReadAsync_Should_LeaveVisitsAnonymous_When_NobodyLoggedIn()
    {
        // arrange
        site.Append(WebSite.Line("v1", WebSite.Noon, "/own-page"), WebSite.Line("v2", WebSite.Noon, "/"), WebSite.Line("-", WebSite.Noon, "/"));
        site.Link("v1,0012,2026-06-01T09:00:00Z,given,login");
        var connector = site.Connect();

        // act
        var person = await connector.ReadAsync(
            new() { Identities = [Visits.Customer("0012")], RecordTypes = ["visit", "visitorLink"] }, CancellationToken.None);
        var browser = await connector.ReadAsync(
            new() { Identities = [Visits.Visitor("v2")], RecordTypes = ["visit", "visitorLink"] }, CancellationToken.None);

        // assert
        person.Records.Count(record => record.RecordType == "visit").ShouldBe(1);
        browser.Records.Select(record => record.RecordType).ShouldBe(["visit"]);
        browser.Records[0].Of(connector.Describe(), "linkedAt").ShouldBeNull();
    }

    [Fact]
    [Requirement("S1-38")]
    [Requirement("S2-47")]
    public async Task ReadAsync_Should_AnswerWithoutFailure_When_TheVisitorsDataHasVanished()
    {
        // arrange
        site.Append(WebSite.Line("v1", WebSite.Noon), WebSite.Line("v2", WebSite.Noon));
        site.Link("v1,0012,2026-06-01T09:00:00Z,given,form");
        var connector = site.Connect();
        (await connector.VisitsAsync(Visits.Customer("0012"))).Records.Count.ShouldBe(1);

        // act
        File.WriteAllText(site.File("access.log"), WebSite.Line("v2", WebSite.Noon));
        site.Link();
        var after = await connector.VisitsAsync(Visits.Customer("0012"));

        // assert
        after.Records.ShouldBeEmpty();
        (await connector.CheckAsync(new CheckRequest(), CancellationToken.None)).Failure.ShouldBeNull();
    }

    [Fact]
    [Requirement("S0-26")]
    [Requirement("S1-37")]
    [Requirement("S2-46")]
    public async Task ReadAsync_Should_GiveAddressTimePagesBrowserAndReferrer_When_AVisitIsRead()
    {
        // arrange
        site.Append(
            WebSite.Line("v1", WebSite.Noon, "/offers", referrer: "https://search.example.org/", browser: "Browser/2.0"),
            WebSite.Line("v1", WebSite.Noon.AddMinutes(2), "/cart"));
        var connector = site.Connect();
        var descriptor = connector.Describe();

        // act
        var visit = (await connector.VisitsAsync(Visits.Visitor("v1"))).Records.ShouldHaveSingleItem();

        // assert
        (visit.Text(descriptor, "ipAddress"), visit.Text(descriptor, "browser"), visit.Text(descriptor, "referrer"))
            .ShouldBe(("192.0.2.0/24", "Browser/2.0", "https://search.example.org/"));
        visit.Of(descriptor, "startedAt").ShouldBe(new InstantValue(WebSite.Noon));
        visit.Of(descriptor, "pages").ShouldBeOfType<ListValue>().Items
            .Select(page => page.ShouldBeOfType<CompositeValue>().Parts[0])
            .ShouldBe([new InstantValue(WebSite.Noon), new InstantValue(WebSite.Noon.AddMinutes(2))]);
    }
}
