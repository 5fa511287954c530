using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.Marketing;
using PersonalDataHub.Hub.Profiling;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Tests.Marketing;

namespace PersonalDataHub.Hub.Tests.Profiling;

public sealed class ProfilingTests
{
    private static readonly string[] everybody = ["10001", "10002", "10003", "10004"];

    [Fact]
    [Requirement("S2-54")]
    public async Task Find_Should_BeRefusedAndTold_When_ProfilingIsNotDeclared()
    {
        await using var room = await SharingRoom.OpenAsync(text => text.Replace("declared: true", "declared: false", StringComparison.Ordinal));

        var refused = await Should.ThrowAsync<RegistrantQueryException>(() => FindAsync(room, "10001", "profiling"));
        var compared = await Should.ThrowAsync<RegistrantQueryException>(() => CompareAsync(room, "profiling"));

        (refused.Code, compared.Code).ShouldBe((ProfilingRefusals.NotDeclared, ProfilingRefusals.NotDeclared));
        (await room.OutcomesAsync("findRegistrant")).ShouldHaveSingleItem().Outcome!.Outcome.ShouldBe($"refused: {ProfilingRefusals.NotDeclared}");
        (await FindAsync(room, "10001", "service")).Registrant.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("service")]
    [InlineData("direct-marketing")]
    [InlineData("ad-targeting")]
    [Requirement("S0-41")]
    public async Task Compare_Should_BeRefused_When_AProfileWouldBeUsedForSomethingElse(string purpose)
    {
        await using var room = await SharingRoom.OpenAsync(withCustomers: true);

        var refused = await Should.ThrowAsync<RegistrantQueryException>(() => CompareAsync(room, purpose));

        refused.Code.ShouldBe(ProfilingRefusals.BeyondPurpose);
        refused.Message.ShouldContain("'" + purpose + "'");
        (await room.OutcomesAsync("compareProfiles")).ShouldHaveSingleItem().Outcome!.Outcome.ShouldBe($"refused: {ProfilingRefusals.BeyondPurpose}");
    }

    [Fact]
    [Requirement("S0-41")]
    public async Task Find_Should_BeRefused_When_AProfilingPurposeIsNotAmongTheDeclared()
    {
        await using var room = await SharingRoom.OpenAsync(text => text.Replace("purposes: [profiling], identifier", "purposes: [ad-targeting], identifier", StringComparison.Ordinal));

        (await Should.ThrowAsync<RegistrantQueryException>(() => FindAsync(room, "10001", "profiling"))).Code.ShouldBe(ProfilingRefusals.BeyondPurpose);
    }

    [Fact]
    [Requirement("S0-40")]
    public async Task Compare_Should_LeaveOutWhoeverObjects_When_ProfilesAreCompared()
    {
        // arrange
        await using var room = await SharingRoom.OpenAsync(withCustomers: true);
        var before = await CompareAsync(room, "profiling");

        // act
        await DecideAsync(room, "10001", "profiling", PermissionDecision.Refused);
        await DecideAsync(room, "10002", PermissionPurposes.Combination, PermissionDecision.Refused);
        var after = await CompareAsync(room, "profiling");

        // assert
        (before.Persons, before.LeftOut).ShouldBe((4, 0));
        before.Measures.Single(measure => measure.RecordType == "marketingPermission").ShouldBe(new("marketingPermission", 0.5, 0, 1));
        (after.Persons, after.LeftOut).ShouldBe((2, 2));
        after.Measures.Single(measure => measure.RecordType == "marketingPermission").ShouldBe(new("marketingPermission", 0.5, 0, 1));
    }

    [Fact]
    [Requirement("S0-40")]
    public async Task Compare_Should_BeRefused_When_TheNoticeDoesNotProvideForIt()
    {
        await using var room = await SharingRoom.OpenAsync(text => text.Replace("comparison: true", "comparison: false", StringComparison.Ordinal), withCustomers: true);

        (await Should.ThrowAsync<RegistrantQueryException>(() => CompareAsync(room, "profiling"))).Code.ShouldBe(ProfilingRefusals.ComparisonNotDeclared);
    }

    [Fact]
    [Requirement("S0-39")]
    public async Task Find_Should_NotCombineSources_When_ThePersonHasSwitchedItOff()
    {
        // arrange
        await using var room = await SharingRoom.OpenAsync(withCustomers: true, withLedger: true);
        var before = await FindAsync(room, "10001", "profiling");

        // act
        await DecideAsync(room, "10001", PermissionPurposes.Combination, PermissionDecision.Refused);
        var after = await FindAsync(room, "10001", "profiling");
        var service = await FindAsync(room, "10001", "service");
        await DecideAsync(room, "10001", PermissionPurposes.Combination, PermissionDecision.Given);
        var again = await FindAsync(room, "10001", "profiling");

        // assert
        Sources(before).ShouldBe(["crm", "ledger"]);
        Sources(after).ShouldBe(["crm"]);
        Sources(service).ShouldBe(["crm", "ledger"]);
        Sources(again).ShouldBe(["crm", "ledger"]);

        // The identifier itself is personal data, and shown as such.
        after.Registrant!.Identities.ShouldContain(identity => identity.Kind == "customerNumber" && identity.Value == "10001");
    }

    [Fact]
    [Requirement("S0-55")]
    public async Task Find_Should_StopWhatRestsOnConsentAlone_When_ConsentIsWithdrawn()
    {
        // arrange
        await using var room = await SharingRoom.OpenAsync();
        await DecideAsync(room, "10001", "newsletter", PermissionDecision.Given);
        await DecideAsync(room, "10001", "events", PermissionDecision.Given);
        (await FindAsync(room, "10001", "newsletter")).Registrant.ShouldNotBeNull();
        room.Clock.Advance(TimeSpan.FromDays(1));

        // act
        await DecideAsync(room, "10001", "newsletter", PermissionDecision.Withdrawn);
        await DecideAsync(room, "10001", "events", PermissionDecision.Withdrawn);

        // assert
        (await Should.ThrowAsync<RegistrantQueryException>(() => FindAsync(room, "10001", "newsletter"))).Code.ShouldBe(ProfilingRefusals.ConsentWithdrawn);
        (await FindAsync(room, "10001", "events")).Registrant.ShouldNotBeNull();
        (await FindAsync(room, "10001", "service")).Registrant.ShouldNotBeNull();
        (await FindAsync(room, "10002", "newsletter")).Registrant.ShouldNotBeNull();
    }

    [Fact]
    [Requirement("S1-48")]
    [Requirement("S2-58")]
    public async Task Find_Should_BeRefusedForThePurpose_When_ThePersonForbadeProcessingForIt()
    {
        await using var room = await SharingRoom.OpenAsync();
        await DecideAsync(room, "10001", "market-research", PermissionDecision.Refused);

        (await Should.ThrowAsync<RegistrantQueryException>(() => FindAsync(room, "10001", "market-research"))).Code.ShouldBe(ProfilingRefusals.Objected);
        (await FindAsync(room, "10001", "opinion-research")).Registrant.ShouldNotBeNull();
        (await room.OutcomesAsync("findRegistrant")).ShouldContain(entry => entry.Outcome!.Outcome == $"refused: {ProfilingRefusals.Objected}");
    }

    [Theory]
    [InlineData(Roles.Tool, "service", false)]
    [InlineData(Roles.DataProtectionOfficer, "service", true)]
    [InlineData(Roles.Tool, "direct-marketing", true)]
    [Requirement("S3-24")]
    public async Task Find_Should_ShowWhatLawKeepsSecret_When_ThePurposeNamesItOrAnOfficerAsks(string role, string purpose, bool shown)
    {
        await using var room = await SharingRoom.OpenAsync(
            text => text.Replace("{ id: contact, name: Contact }", "{ id: contact, name: Contact, secrecy: communications }", StringComparison.Ordinal));

        var found = await FindAsync(room, "10001", purpose, SharingRoom.Officer with { Role = role });

        Sources(found).ShouldBe(shown ? ["crm"] : []);
    }

    private static IReadOnlyList<string> Sources(RegistrantSearch search) =>
        [.. search.Registrant!.Lists.Values.SelectMany(list => list.Nodes).Select(node => node.Source.Id).Distinct()];

    private static Task<RegistrantSearch> FindAsync(SharingRoom room, string customer, string purpose, Caller? caller = null) =>
        room.Get<RegistrantReader>().FindAsync(
            new()
            {
                Register = "shop",
                Key = SharingRoom.Person(customer),
                Purpose = purpose,
                Identities = true,
                WaitAtMost = TimeSpan.FromSeconds(20),
                Records = [new("customer", null, null, 10, null), new("account", null, null, 10, null)],
            },
            caller ?? SharingRoom.Officer,
            SharingRoom.Token);

    private static Task<ProfileComparison> CompareAsync(SharingRoom room, string purpose) => room.Get<ProfileComparer>().CompareAsync(
        "shop", [.. everybody.Select(SharingRoom.Person)], purpose, SharingRoom.Officer, SharingRoom.Token);

    private static Task<KeptPermission> DecideAsync(SharingRoom room, string customer, string purpose, PermissionDecision decision) =>
        room.Get<MarketingPermissions>().SetAsync(
            new()
            {
                Register = "shop", Registrant = SharingRoom.Person(customer), Purpose = purpose, Decision = decision, Intake = "email", TextVersion = "2026-01",
            },
            "rights",
            SharingRoom.Officer,
            SharingRoom.Token);
}
