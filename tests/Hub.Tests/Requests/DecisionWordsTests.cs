using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Disclosures;
using PersonalDataHub.Hub.Marketing;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Tests.Marketing;

namespace PersonalDataHub.Hub.Tests.Requests;

/// <summary>Every decision keeps the words it was taken under, whatever the register says later.</summary>
public sealed class DecisionWordsTests
{
    private const string First = "- { id: first, from: 2018-05-25, title: First }";

    private static readonly DisclosureOrder order = new()
    {
        Register = "shop", Recipient = "host", Registrants = [SharingRoom.Person()], Fields = ["account.number"], For = "service",
    };

    private static CancellationToken Cancellation => SharingRoom.Token;

    [Fact]
    [Requirement("S0-01")]
    public async Task Decisions_Should_NameTheirNotice_When_ItIsReplaced()
    {
        // arrange
        await using var room = await SharingRoom.OpenAsync();
        var old = WordsOf(room);
        var before = await DecideAsync(room, "one");

        // act
        var tomorrow = room.Clock.GetUtcNow().AddDays(1);
        room.Reconfigure(text => text.Replace(First, $"{First}\n  - {{ id: second, from: {tomorrow:yyyy-MM-dd}, title: Second }}", StringComparison.Ordinal));
        var until = WordsOf(room);
        var between = await DecideAsync(room, "two", "10002");
        room.Clock.Advance(TimeSpan.FromDays(1.5));
        var after = await DecideAsync(room, "three", "10003");

        // assert
        (old.Notice, until.Notice, until.PackVersion == old.PackVersion).ShouldBe(("first", "first", false));
        before.ShouldAllBe(words => words == old);
        between.ShouldAllBe(words => words == until);
        after.ShouldAllBe(words => words == new NoticeInForce(until.PackVersion, "second"));

        // What was decided first is still told with the words of then.
        var requests = await room.Get<RequestReader>().ListAsync(new() { Register = "shop" }, "rights", SharingRoom.Officer, Cancellation);
        requests.Requests.Select(request => (request.ClientRequestKey, request.Plan.Notice, request.Plan.PackVersion)).ShouldBe(
            [("one", "first", old.PackVersion), ("two", "first", until.PackVersion), ("three", "second", until.PackVersion)], ignoreOrder: true);
    }

    [Fact]
    [Requirement("S0-01")]
    public async Task Approve_Should_KeepTheWordsOfTheDay_When_ThePlanWasMadeUnderOthers()
    {
        // arrange
        await using var room = await RequestRoom.OpenAsync();
        var asked = await room.EraseAsync(room.Header());

        // act
        room.Reconfigure(text => text + "\nnotices:\n  - { id: first, from: 2018-05-25, title: First }\n");
        var approved = await room.ApproveAsync(asked);

        // assert
        asked.Plan.Notice.ShouldBeNull();
        approved.Plan.Notice.ShouldBe("first");
        approved.Plan.PackVersion.ShouldNotBe(asked.Plan.PackVersion);
        approved.Plan.Hash.ShouldBe(asked.Plan.Hash);
    }

    // A request, a permission, a disclosure that goes and one that is refused; each with its entries in the trail.
    private static async Task<IReadOnlyList<NoticeInForce>> DecideAsync(SharingRoom room, string key, string customer = "10001")
    {
        var known = (await EntriesAsync(room)).Count;
        var person = SharingRoom.Person(customer);
        var request = await room.Get<RequestIntake>().SubmitAsync(
            new()
            {
                Register = "shop", ClientRequestKey = key, Registrant = person, ReceivedAt = room.Clock.GetUtcNow(), Channel = Channel.Letter, Purpose = "rights",
            },
            new ErasureContent(new Scope.All(), ErasureGround.ConsentWithdrawn),
            SharingRoom.Officer,
            Cancellation);
        await room.Get<MarketingPermissions>().SetAsync(
            new() { Register = "shop", Registrant = person, Purpose = "direct-marketing", Decision = PermissionDecision.Given, Intake = "email" },
            "rights",
            SharingRoom.Officer,
            Cancellation);
        var disclosed = await room.Get<DisclosureLedger>().DiscloseAsync(order with { Registrants = [person] }, "rights", SharingRoom.Officer, Cancellation);
        await Should.ThrowAsync<DisclosureException>(() =>
            room.Get<DisclosureLedger>().DiscloseAsync(order with { Recipient = "partner" }, "rights", SharingRoom.Officer, Cancellation));
        var entries = (await EntriesAsync(room)).Skip(known).ToList();
        entries.Select(entry => entry.Intent.Operation).Distinct().Where(operation => operation != "findRegistrant").ShouldBe(["requestErasure", "setMarketingPermission", "disclose"], ignoreOrder: true);
        return
        [
            new(request.Plan.PackVersion!, request.Plan.Notice),
            new(disclosed.PackVersion, disclosed.Notice),
            .. entries.Select(entry => entry.Under.ShouldNotBeNull()),
        ];
    }

    private static NoticeInForce WordsOf(SharingRoom room) =>
        NoticeInForce.Of(room.Get<CatalogHolder>().Current.FindRegister("shop")!, room.Clock.GetUtcNow());

    private static async Task<IReadOnlyList<AuditEntry>> EntriesAsync(SharingRoom room) =>
        await room.Get<AuditTrail>().ReadAsync(null, Cancellation).ToListAsync(Cancellation);
}
