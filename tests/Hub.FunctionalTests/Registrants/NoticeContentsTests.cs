using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using PersonalDataHub.DemoSources.SoleTrader;
using PersonalDataHub.DemoSources.Studio;
using PersonalDataHub.DemoSources.Wellbeing;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Registrants;

/// <summary>What a notice says is held is found at the register's sources, and shown with its category, times and origin.</summary>
public sealed class NoticeContentsTests(AllRegistersHub shared) : IClassFixture<AllRegistersHub>
{
    private const string Records = """
        registrant {
          records(first: 100, after: $after) {
            pageInfo { hasNextPage endCursor }
            nodes {
              recordType source { id register } storedAt observedAt
              fields { name value passport { storedAt observedAt asOf origin source { id } policy { category categoryDeclared thirdParty erasable } } }
            }
          }
        }
        """;

    private static readonly ConcurrentDictionary<(TestHub Hub, string Person), Task<IReadOnlyList<JsonElement>>> read = new();

    public static TheoryData<string, string> Contents => new(NoticeContents.All.Select(content => (content.Requirement, content.Value)).Distinct());

    [Theory]
    [MemberData(nameof(Contents))]
    [Requirement("S0-15")]
    [Requirement("S0-17")]
    [Requirement("S0-18")]
    [Requirement("S0-19")]
    [Requirement("S0-20")]
    [Requirement("S0-22")]
    [Requirement("S0-23")]
    [Requirement("S0-24")]
    [Requirement("S0-25")]
    [Requirement("S0-26")]
    [Requirement("S0-27")]
    [Requirement("S1-14")]
    [Requirement("S1-15")]
    [Requirement("S1-16")]
    [Requirement("S1-17")]
    [Requirement("S1-37")]
    [Requirement("S2-20")]
    [Requirement("S2-21")]
    [Requirement("S2-22")]
    [Requirement("S2-23")]
    [Requirement("S2-46")]
    [Requirement("S3-16")]
    [Requirement("S3-17")]
    [Requirement("S3-18")]
    [Requirement("S3-19")]
    [Requirement("S3-20")]
    [Requirement("S3-21")]
    [Requirement("S3-23")]
    [Requirement("S3-24")]
    [Requirement("S3-26")]
    [Requirement("S4-12")]
    [Requirement("S4-14")]
    [Requirement("S4-15")]
    [Requirement("S4-16")]
    [Requirement("S4-17")]
    [Requirement("S4-18")]
    public async Task FindRegistrant_Should_ShowTheValueWithItsPassport_When_TheNoticeSaysItIsHeld(string requirement, string value)
    {
        // arrange
        var content = NoticeContents.All.Single(one => one.Requirement == requirement && one.Value == value);
        var (type, field) = value.Split('.') is [var first, var second] ? (first, second) : default;

        // act
        var held = (await RecordsAsync(content.Register, content.Person)).Where(record => record.Text("recordType") == type)
            .SelectMany(record => record.Items("fields")).Where(one => one.Text("name") == field && one.Text("value") is not null).ToList();

        // assert
        held.ShouldNotBeEmpty();
        held.ShouldAllBe(one => one.Text("passport.policy.category") == content.Category && one.At("passport.policy.categoryDeclared").GetBoolean());
        held.ShouldAllBe(one => one.At("passport.policy.thirdParty").GetBoolean() == content.ThirdParty);
        held.ShouldAllBe(one => content.Origin == null || one.Text("passport.origin") == content.Origin);
        held.ShouldAllBe(one => one.Text("passport.source.id") != null && (type == "interest" || (one.Text("passport.storedAt") ?? one.Text("passport.observedAt")) != null));
    }

    [Fact]
    public void Requirements_Should_BeThoseOfTheCases_When_TheTheoryNamesThem() =>
        GetType().GetMethod(nameof(FindRegistrant_Should_ShowTheValueWithItsPassport_When_TheNoticeSaysItIsHeld))!
            .GetCustomAttributes<RequirementAttribute>().Select(one => one.Id)
            .ShouldBe(NoticeContents.All.Select(content => content.Requirement).Distinct());

    [Fact]
    [Requirement("S0-28")]
    public async Task FindRegistrant_Should_SayThatTheSourceDoesNotSay_When_ItKeepsNoDates()
    {
        var records = await RecordsAsync("wellbeing", WellbeingCases.WithoutDates);

        var interest = records.First(record => record.Text("recordType") == "interest");
        var topic = interest.Items("fields").Single();
        (topic.Text("passport.storedAt"), topic.Text("passport.observedAt")).ShouldBe((null, null));
        topic.Text("passport.source.id").ShouldBe("crm");
        topic.Text("passport.asOf").ShouldNotBeNull();
        records.SelectMany(record => record.Items("fields")).ShouldAllBe(field => field.Text("passport.source.id") != null);
    }

    [Fact]
    [Requirement("S0-21")]
    public async Task CallRecords_Should_BePlayableAndErasableOneByOne_When_TheServiceCentreRecordedThem()
    {
        var search = await shared.Hub.FindAsync(
            new { customerId = WellbeingCases.InTwoRegisters }, "registrant { callRecords { nodes { recording { address } } } }", register: "wellbeing");
        var recordings = (await RecordsAsync("wellbeing", WellbeingCases.InTwoRegisters)).Where(record => record.Text("recordType") == "callRecord").ToList();

        var addresses = search.Texts("registrant.callRecords.nodes", "recording.address");
        addresses.Count.ShouldBe(2);
        foreach (var address in addresses)
        {
            var sound = await shared.Hub.Http.GetByteArrayAsync(new Uri(address!, UriKind.RelativeOrAbsolute), TestContext.Current.CancellationToken);
            sound.AsSpan(0, 4).ToArray().ShouldBe("RIFF"u8.ToArray());
        }

        recordings.Select(record => record.Items("fields").Single(field => field.Text("name") == "recording"))
            .ShouldAllBe(recording => recording.Text("passport.policy.category") == "recordings" && recording.At("passport.policy.erasable").GetBoolean());
    }

    [Fact]
    [Requirement("S1-17")]
    public async Task BirthDate_Should_TellWhoIsAMinor_When_ADateWasGiven()
    {
        var birth = (await RecordsAsync("studio", StudioCases.Minor)).First(record => record.Text("recordType") == "customer")
            .Items("fields").Single(field => field.Text("name") == "birthDate").Text("value");

        DateOnly.Parse(birth!, System.Globalization.CultureInfo.InvariantCulture).AddYears(18)
            .ShouldBeGreaterThan(DateOnly.FromDateTime(DemoData.Now.UtcDateTime));
    }

    [Fact]
    [Requirement("S1-36")]
    public async Task Visits_Should_TellBeforeFromAfterTheLink_When_ABrowserBecameAPerson()
    {
        var search = await shared.Hub.FindAsync(
            new { customerId = StudioCases.ShownFirst },
            "registrant { visits { nodes { beforeLink linkedAt startedAt } } visitorLinks { nodes { linkedAt consent } } }",
            register: "studio");

        var link = search.Items("registrant.visitorLinks.nodes").ShouldHaveSingleItem();
        (link.Text("linkedAt"), link.Text("consent")).ShouldSatisfyAllConditions(one => one.Item1.ShouldNotBeNull(), one => one.Item2.ShouldBe("granted"));
        search.Items("registrant.visits.nodes").Select(visit => visit.At("beforeLink").GetBoolean()).Distinct().Order().ShouldBe([false, true]);
        search.Items("registrant.visits.nodes").ShouldAllBe(visit =>
            visit.At("beforeLink").GetBoolean() == visit.At("startedAt").GetDateTimeOffset() < visit.At("linkedAt").GetDateTimeOffset());
    }

    [Fact]
    [Requirement("S1-38")]
    public async Task Visits_Should_BeMissingWithoutError_When_TheVisitorDeletedTheCookies()
    {
        var search = await shared.Hub.FindAsync(
            new { customerId = StudioCases.ClearedCookies },
            "sources { source { id } status failure { message } } registrant { visits { complete nodes { id } } visitorLinks { nodes { visitorId } } }",
            register: "studio");

        search.At("registrant.visits.nodes").GetArrayLength().ShouldBe(0);
        search.At("registrant.visits.complete").GetBoolean().ShouldBeTrue();
        search.At("registrant.visitorLinks.nodes").GetArrayLength().ShouldBe(1);
        search.Statuses()["web-analytics"].ShouldBe("ANSWERED");
    }

    [Fact]
    [Requirement("S4-13")]
    public async Task FindRegistrant_Should_FindContactPersonsOfACompany_When_AskedByTheirOwnContactData()
    {
        var all = await RecordsAsync("sole-trader", SoleTraderCases.ShownFirst);
        var emails = Values(all, "emailAddress", "address");
        emails.Count.ShouldBe(3);
        Values(all, "phoneNumber", "number").Count.ShouldBe(2);
        Values(all, "customer", "occupation").ShouldNotBeEmpty();

        foreach (var person in (string[])[SoleTraderCases.ContactFirst, SoleTraderCases.ContactSecond])
        {
            var records = await RecordsAsync("sole-trader", person);
            Values(records, "companyRole", "businessId").ShouldBe([SoleTraderCases.SharedBusinessId]);
            var email = Values(records, "emailAddress", "address").ShouldHaveSingleItem();
            var found = await shared.Hub.FindAsync(
                new { identity = new { kind = "email", value = email } }, "registrant { customers { nodes { customerNumber } } }", register: "sole-trader");
            found.Texts("registrant.customers.nodes", "customerNumber").ShouldBe([person]);
        }
    }

    [Fact]
    [Requirement("S4-45")]
    public async Task ContactMessages_Should_BeFoundAndErasable_When_SomebodyWroteThroughTheForm()
    {
        await Candidates.ConfirmAsync(shared.Hub, "sole-trader", SoleTraderCases.AskedOnly, "contact-form");

        var message = (await RecordsAsync("sole-trader", SoleTraderCases.AskedOnly)).Single(record => record.Text("recordType") == "contactMessage");
        var body = message.Items("fields").Single(field => field.Text("name") == "body");
        message.Text("source.id").ShouldBe("contact-form");
        body.Text("value").ShouldNotBeNullOrEmpty();
        body.Text("passport.policy.category").ShouldBe("messages");
        body.At("passport.policy.erasable").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    [Requirement("S3-24")]
    public async Task TrafficEvents_Should_NotBeShown_When_CustomerServiceAsks()
    {
        const string Query = """
            query { findRegistrant(register: "telecom", by: { customerId: "10001" }, waitAtMost: "PT10S") {
              registrant { trafficEvents { nodes { startedAt } } contracts { nodes { product } } } } }
            """;

        var service = await shared.Hub.SendAsync(Query, purpose: "customer-service");
        var rights = await shared.Hub.SendAsync(Query);

        Shown(service, "trafficEvents", "startedAt").ShouldBeEmpty();
        Shown(service, "contracts", "product").ShouldNotBeEmpty();
        Shown(rights, "trafficEvents", "startedAt").ShouldNotBeEmpty();
    }

    private static IReadOnlyList<string> Shown(JsonElement answer, string list, string field) =>
        [.. answer.Items($"data.findRegistrant.registrant.{list}.nodes").Select(node => node.Text(field)).OfType<string>()];

    private static IReadOnlyList<string?> Values(IReadOnlyList<JsonElement> records, string type, string field) =>
        [.. records.Where(record => record.Text("recordType") == type).SelectMany(record => record.Items("fields"))
            .Where(one => one.Text("name") == field && one.Text("value") != null).Select(one => one.Text("value"))];

    private Task<IReadOnlyList<JsonElement>> RecordsAsync(string register, string person) =>
        read.GetOrAdd((shared.Hub, person), _ => ReadAsync(register, person));

    private async Task<IReadOnlyList<JsonElement>> ReadAsync(string register, string person)
    {
        var records = new List<JsonElement>();
        for (string? after = null, more = ""; more is not null; after = more)
        {
            var query = $$"""
                query All($register: ID!, $by: RegistrantKey!, $after: String) {
                  findRegistrant(register: $register, by: $by, waitAtMost: "PT10S") { {{Records}} }
                }
                """;
            var page = (await shared.Hub.DataAsync(query, new { register, by = new { customerId = person }, after })).At("findRegistrant.registrant.records");
            records.AddRange(page.Items("nodes"));
            more = page.At("pageInfo.hasNextPage").GetBoolean() ? page.Text("pageInfo.endCursor") : null;
        }

        return records;
    }
}
