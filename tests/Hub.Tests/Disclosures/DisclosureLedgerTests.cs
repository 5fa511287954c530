using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Disclosures;
using PersonalDataHub.Hub.Marketing;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Registrants.Restrictions;
using PersonalDataHub.Hub.Tests.Marketing;

namespace PersonalDataHub.Hub.Tests.Disclosures;

public sealed class DisclosureLedgerTests
{
    private const string Requester = "Konstaapeli Kanaria, asema 7";

    private static readonly DisclosureOrder toHost = new()
    {
        Register = "shop",
        Recipient = "host",
        Registrants = [SharingRoom.Person()],
        Fields = ["account.number"],
        For = "service",
    };

    private static readonly DisclosureOrder toPartner = toHost with { Recipient = "partner", Ground = "consent", For = "direct-marketing" };

    [Fact]
    [Requirement("S1-09")]
    [Requirement("S3-44")]
    [Requirement("S0-13")]
    public async Task Disclose_Should_StandInThePersonsLedger_When_ItMayBe()
    {
        // arrange
        await using var room = await SharingRoom.OpenAsync();

        // act
        var disclosed = await DiscloseAsync(room, toHost);

        // assert
        var person = await FindAsync(room, "10001");
        var entry = (await room.Get<DisclosureLedger>().OfAsync("shop", person, SharingRoom.Token)).ShouldHaveSingleItem();
        entry.Id.ShouldBe(disclosed.Id);
        (entry.Kind, entry.Recipient, entry.Purpose, entry.Persons, entry.Country).ShouldBe((DisclosureKind.Processing, "host", "service", 1, "FI"));
        (entry.Fields.Single(), entry.Notice, entry.RecordedBy, entry.At).ShouldBe(("account.number", "first", "officer", room.Clock.GetUtcNow()));
        entry.PackVersion.ShouldBe(room.Get<CatalogHolder>().Current.FindRegister("shop")!.Pack.Version);
        (await room.Get<DisclosureLedger>().OfAsync("shop", await FindAsync(room, "10002"), SharingRoom.Token)).ShouldBeEmpty();
    }

    [Fact]
    [Requirement("S0-34")]
    [Requirement("S1-24")]
    public async Task Disclose_Should_LeaveOnlyARefusalInTheTrail_When_ThereIsNoGround()
    {
        // arrange
        await using var room = await SharingRoom.OpenAsync();

        // act
        var refused = await RefusedAsync(room, toPartner with { Ground = null });

        // assert
        refused.ShouldBe([DisclosureMistakes.GroundMissing]);
        var outcome = (await room.OutcomesAsync("disclose")).ShouldHaveSingleItem();
        outcome.Outcome!.Outcome.ShouldBe("refused: GROUND_MISSING");
        outcome.Intent.Fields.ShouldBe(["account.number"]);
        await using var db = await room.DatabaseAsync();
        (await db.Disclosures.AnyAsync(SharingRoom.Token)).ShouldBeFalse();
    }

    [Fact]
    [Requirement("S4-22")]
    public async Task Disclose_Should_LookThePermissionUp_When_DataGoes()
    {
        await using var room = await SharingRoom.OpenAsync();

        (await RefusedAsync(room, toPartner)).ShouldBe([DisclosureMistakes.ConsentNotGiven]);
        await DecideAsync(room, PermissionUse.Disclosure, PermissionDecision.Given);
        (await DiscloseAsync(room, toPartner)).Ground.ShouldBe("consent");
        room.Clock.Advance(TimeSpan.FromDays(1));
        await DecideAsync(room, PermissionUse.Disclosure, PermissionDecision.Withdrawn);
        (await RefusedAsync(room, toPartner)).ShouldBe([DisclosureMistakes.ConsentNotGiven, DisclosureMistakes.Forbidden]);
    }

    [Fact]
    public async Task Disclose_Should_Refuse_When_ThePersonHasForbiddenItWhateverTheGround()
    {
        await using var room = await SharingRoom.OpenAsync();
        await DecideAsync(room, PermissionUse.Disclosure, PermissionDecision.Refused);

        (await RefusedAsync(room, toPartner with { Ground = "contract" })).ShouldBe([DisclosureMistakes.Forbidden]);
        (await DiscloseAsync(room, toPartner with { Ground = "contract", Registrants = [SharingRoom.Person("10002")] })).Persons.ShouldBe(1);
    }

    [Fact]
    public async Task Disclose_Should_Refuse_When_TheDataIsRestricted()
    {
        await using var room = await SharingRoom.OpenAsync();
        var person = await FindAsync(room, "10001");
        await room.Get<WriteGate>().WriteAsync(
            (db, ct) => room.Get<RestrictionBook>().AddAsync(
                db, "shop", person, Guid.NewGuid(), RestrictionGround.AccuracyContested, new RestrictedPart.Person(), ct),
            SharingRoom.Token);

        (await RefusedAsync(room, toHost)).ShouldBe([DisclosureMistakes.Restricted]);
    }

    [Fact]
    [Requirement("S3-34")]
    public async Task Disclose_Should_KeepTheRequesterSealed_When_AnAuthorityDemands()
    {
        // arrange
        await using var room = await SharingRoom.OpenAsync();
        var demand = toHost with { Recipient = "police", Ground = "statute", Requester = Requester, LegalGround = "Police Act 872/2011 4:3" };

        // act
        await DiscloseAsync(room, demand);

        // assert
        var entry = (await room.Get<DisclosureLedger>().OfAsync("shop", await FindAsync(room, "10001"), SharingRoom.Token)).Single();
        (entry.Requester, entry.LegalGround, entry.Ground).ShouldBe((Requester, "Police Act 872/2011 4:3", "statute"));
        await using var db = await room.DatabaseAsync();
        (await db.Disclosures.SingleAsync(SharingRoom.Token)).Case.ShouldNotContain("Kanaria");
    }

    [Fact]
    [Requirement("S3-35")]
    public async Task Disclose_Should_ConcernEverybody_When_TheBusinessGoesOver()
    {
        await using var room = await SharingRoom.OpenAsync();
        await DiscloseAsync(room, toHost with
        {
            Recipient = "buyer", Ground = "takeover", Registrants = [], WholeRegister = true, Persons = 5, Fields = ["account"], Successor = "Ostaja Oy",
        });

        foreach (var customer in (string[])["10001", "10004"])
        {
            var entry = (await room.Get<DisclosureLedger>().OfAsync("shop", await FindAsync(room, customer), SharingRoom.Token)).ShouldHaveSingleItem();
            (entry.Kind, entry.WholeRegister, entry.Persons, entry.Successor).ShouldBe((DisclosureKind.TransferOfBusiness, true, 5, "Ostaja Oy"));
        }
    }

    [Fact]
    public async Task Disclose_Should_Refuse_When_TheControllerHasNotTurnedThePurposeOn()
    {
        await using var room = await SharingRoom.OpenAsync();

        (await RefusedAsync(room, toPartner with { Ground = "contract", For = "publication" })).ShouldBe([DisclosureMistakes.PurposeOff]);
    }

    [Theory]
    [InlineData(Roles.Tool)]
    [InlineData(Roles.Integrator)]
    public async Task Disclose_Should_BeForOfficers_When_SomebodyElseAsks(string role)
    {
        await using var room = await SharingRoom.OpenAsync();

        var refused = await Should.ThrowAsync<RegistrantQueryException>(
            () => room.Get<DisclosureLedger>().DiscloseAsync(toHost, "rights", SharingRoom.Officer with { Role = role }, SharingRoom.Token));

        refused.Code.ShouldBe("UNKNOWN_REGISTER");
    }

    private static Task<Disclosure> DiscloseAsync(SharingRoom room, DisclosureOrder order) =>
        room.Get<DisclosureLedger>().DiscloseAsync(order, "rights", SharingRoom.Officer, SharingRoom.Token);

    private static async Task<IReadOnlyList<string>> RefusedAsync(SharingRoom room, DisclosureOrder order) =>
        [.. (await Should.ThrowAsync<DisclosureException>(() => DiscloseAsync(room, order))).Mistakes.Select(mistake => mistake.Code)];

    private static async Task<Guid> FindAsync(SharingRoom room, string customer)
    {
        var catalog = room.Get<CatalogHolder>().Current;
        var found = await room.Get<RegistrantLookup>().FindAsync(
            catalog, catalog.FindRegister("shop")!, SharingRoom.Person(customer), TimeSpan.FromSeconds(10), SharingRoom.Token);
        return found.Known.Id;
    }

    private static async Task DecideAsync(SharingRoom room, PermissionUse use, PermissionDecision decision)
    {
        var register = room.Get<CatalogHolder>().Current.FindRegister("shop")!;
        var person = await FindAsync(room, "10001");
        await room.Get<WriteGate>().WriteAsync(
            (db, _) => Task.FromResult(room.Get<PermissionBook>().Add(
                db,
                register,
                person,
                new() { Use = use, Purpose = "direct-marketing", Decision = decision, At = room.Clock.GetUtcNow(), Intake = "email" },
                "officer")),
            SharingRoom.Token);
    }
}
