using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Marketing;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.Tests.Marketing;

/// <summary>What a notice says of web data, as the hub obeys and tells it.</summary>
public sealed class WebNoticeTests
{
    private const string Web = """
        web:
          aggregateOnly: [ledger]
          join: with-consent
          cookieText: { fi: Eväste on pieni tekstitiedosto., en: A cookie is a small text file. }
          blockingText: { fi: Esto voi haitata sivuston toimintoja., en: Blocking may affect the site. }

        """;

    [Fact]
    [Requirement("S1-41")]
    [Requirement("S2-50")]
    public async Task Find_Should_NeverAskASource_When_TheNoticeSaysThatItHoldsAggregatesOnly()
    {
        // arrange
        await using var room = await SharingRoom.OpenAsync(text => text + Web, withCustomers: true, withLedger: true);

        // act
        var found = await FindAsync(room, source: null);
        var refused = await Should.ThrowAsync<RegistrantQueryException>(() => FindAsync(room, "ledger"));

        // assert
        found.Registrant!.Lists.Values.SelectMany(list => list.Nodes).ShouldAllBe(node => node.Source.Id == "crm");
        var reading = found.Sources.Single(one => one.Source.Id == "ledger");
        reading.Status.ShouldBe(ReadingStatus.NotAsked);
        refused.Code.ShouldBe("AGGREGATE_ONLY");
        (await room.OutcomesAsync("joinAggregates")).ShouldHaveSingleItem().Outcome!.Outcome.ShouldBe("refused");
    }

    [Fact]
    public async Task Find_Should_AskTheSource_When_TheNoticeSaysNothingOfIt()
    {
        // The control: without the notice's word the same source answers.
        await using var room = await SharingRoom.OpenAsync(withCustomers: true, withLedger: true);

        (await FindAsync(room, "ledger")).Registrant!.Lists.Values.SelectMany(list => list.Nodes).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("fi", "Eväste on pieni tekstitiedosto.", "Esto voi haitata sivuston toimintoja.")]
    [InlineData("en", "A cookie is a small text file.", "Blocking may affect the site.")]
    [Requirement("S1-33")]
    [Requirement("S2-42")]
    [Requirement("S1-39")]
    [Requirement("S2-48")]
    [Requirement("S1-35")]
    [Requirement("S2-44")]
    public async Task Set_Should_TellWhatBlockingDoesAndStopThatPurposeOnly_When_TargetingByWebDataIsForbidden(
        string language, string cookies, string blocking)
    {
        // arrange
        await using var room = await SharingRoom.OpenAsync(
            text => text.Replace("nature: ad-targeting, default: opt-out, categories: [contact]", "nature: ad-targeting, default: opt-out, categories: [web]", StringComparison.Ordinal)
                + Web.Replace("[ledger]", "[]", StringComparison.Ordinal),
            withWeb: true);

        // act
        var forbidden = await SetAsync("ad-targeting", PermissionDecision.Refused);
        var allowed = await SetAsync("ad-targeting", PermissionDecision.Given);
        var other = await SetAsync("market-research", PermissionDecision.Refused);
        await SetAsync("ad-targeting", PermissionDecision.Refused);

        // assert
        var notice = forbidden.Web.ShouldNotBeNull();
        (notice.Cookies, notice.Blocking).ShouldBe((cookies, blocking));
        (allowed.Web, other.Web).ShouldBe((null, null));
        (await MayAsync("ad-targeting")).ShouldBeFalse();
        (await MayAsync("direct-marketing")).ShouldBeTrue();

        async Task<KeptPermission> SetAsync(string purpose, PermissionDecision decision)
        {
            room.Clock.Advance(TimeSpan.FromMinutes(1));
            return await room.Get<MarketingPermissions>().SetAsync(
                new()
                {
                    Register = "shop", Registrant = SharingRoom.Person(), Purpose = purpose, Decision = decision, Intake = "email", Language = language,
                },
                "rights",
                SharingRoom.Officer,
                SharingRoom.Token);
        }

        async Task<bool> MayAsync(string purpose) => (await room.Get<MarketingPermissions>().MayContactAsync(
            "shop", SharingRoom.Person(), "post", purpose, null, "rights", SharingRoom.Officer, SharingRoom.Token)).Allowed;
    }

    [Fact]
    [Requirement("S1-43")]
    [Requirement("S1-44")]
    [Requirement("S2-52")]
    [Requirement("S2-53")]
    public async Task Of_Should_NameWhatThePersonCanSetElsewhere_When_SourcesHaveControls()
    {
        await using var room = await SharingRoom.OpenAsync(text => text + Web.Replace("[ledger]", "[]", StringComparison.Ordinal), withWeb: true);
        var catalog = room.Get<CatalogHolder>().Current;

        var notice = WebNotice.Of(catalog.FindRegister("shop")!, catalog.SourcesOf("shop"), "en");

        notice.Controls.Select(control => control.Name).ShouldBe(["Account settings", "Browser add-on"]);
        notice.Controls.ShouldAllBe(control => control.Url.StartsWith("https://", StringComparison.Ordinal));
    }

    private static Task<RegistrantSearch> FindAsync(SharingRoom room, string? source) => room.Get<RegistrantReader>().FindAsync(
        new()
        {
            Register = "shop",
            Key = SharingRoom.Person(),
            Purpose = "service",
            Identities = true,
            WaitAtMost = TimeSpan.FromSeconds(20),
            Records = [new("customer", null, source, 10, null), new("account", null, source, 10, null)],
        },
        SharingRoom.Officer,
        SharingRoom.Token);
}
