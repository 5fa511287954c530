using System.Text.Json;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Disclosures;

/// <summary>Data goes to others over HTTP as the notices say, or not at all, and then with the sentence and the article.</summary>
public sealed class DisclosureTests(SharingHub shared) : IClassFixture<SharingHub>
{
    private const string Entry =
        "disclosure { id kind recipient country fields ground purpose persons segment requester legalGround notice packVersion recordedBy }";

    private readonly SharingDesk desk = shared.Desk;

    [Fact]
    [Requirement("S3-32")]
    public async Task Disclose_Should_StandInThePersonsLedger_When_ItMayGo()
    {
        // act
        var disclosed = await desk.DoneAsync("disclose", Order("card-company", ["invoice.number", "payment"], "invoicing", "contract", "10001"), Entry);

        // assert
        (disclosed.Text("kind"), disclosed.Text("ground"), disclosed.Text("purpose"), disclosed.At("persons").GetInt32())
            .ShouldBe(("DISCLOSURE", "contract", "invoicing", 1));
        (disclosed.Text("notice"), disclosed.Text("recordedBy")).ShouldBe(("2018-05-25", "demo-dpo"));
        (await LedgerAsync("10001")).Single(entry => entry.Text("id") == disclosed.Text("id")).Items("fields").Select(field => field.GetString()).ShouldBe(["invoice.number", "payment"]);
        (await LedgerAsync("10002")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("card-company", "invoice.number", "invoicing", null, "GROUND_MISSING", "three-grounds-of-disclosure", "without a contract, a separate consent or an explicit statute", "GDPR Art. 28")]
    [InlineData("card-company", "invoice.number", "invoicing", "friendship", "NOT_A_GROUND", "three-grounds-of-disclosure", "without a contract, a separate consent or an explicit statute", "GDPR Art. 28")]
    [InlineData("card-company", "customer.familyName", "invoicing", "contract", "OUTSIDE_SUBSET", "partners-in-services", "credit card companies", "GDPR Art. 28")]
    [InlineData("advertising-network", "contract.product", "ad-targeting", "contract", "SEGMENTS_ONLY", "partners-for-marketing", "as segments only", "GDPR Art. 21(2)")]
    [Requirement("S3-30"), Requirement("S3-31")]
    public async Task Disclose_Should_BeRefusedWithSentenceAndArticle_When_TheNoticeForbidsIt(
        string recipient, string field, string purpose, string? ground, string code, string statement, string sentence, string article)
    {
        // arrange
        var before = await desk.OutcomesAsync("disclose");

        // act
        var refusal = (await desk.RefusedAsync("disclose", Order(recipient, [field], purpose, ground, "10002"), Entry)).ShouldHaveSingleItem();

        // assert
        refusal.Text("code").ShouldBe(code);
        var said = await desk.SentenceAsync(DemoData.Telecom, refusal, statement);
        said.Sentence.ShouldNotBeNull().ShouldContain(sentence);
        said.Articles.ShouldContain(article);
        (await LedgerAsync("10002")).ShouldBeEmpty();
        (await desk.OutcomesAsync("disclose")).Skip(before.Count).ShouldBe([$"refused: {code}"]);
    }

    [Theory]
    [InlineData("Act 917/2014 s. 157", null)]
    [InlineData("Act 516/2004 s. 36", "LAW_NOT_IN_FORCE")]
    [InlineData(null, "LEGAL_GROUND_MISSING")]
    [Requirement("S3-29"), Requirement("S3-34")]
    public async Task Disclose_Should_GoByTheLawOfTheDay_When_AnAuthorityDemands(string? law, string? code)
    {
        // arrange
        var order = new
        {
            register = DemoData.Telecom, recipient = "authorities", of = Persons("10003"), fields = (string[])["contract"], @for = "customer-service",
            ground = "explicit-statute", details = new { requester = "District court 4, case 77", legalGround = law },
        };

        // act
        if (code is null)
        {
            var disclosed = await desk.DoneAsync("disclose", order, Entry);

            // assert
            (disclosed.Text("legalGround"), disclosed.Text("requester")).ShouldBe((law, "District court 4, case 77"));
            (await LedgerAsync("10003")).Count.ShouldBe(1);
            return;
        }

        var refusal = (await desk.RefusedAsync("disclose", order, Entry)).ShouldHaveSingleItem();
        refusal.Text("code").ShouldBe(code);
        if (code == "LAW_NOT_IN_FORCE")
        {
            (await desk.SentenceAsync(DemoData.Telecom, refusal, "disclosed-for-justified-uses")).Sentence
                .ShouldNotBeNull().ShouldContain("the data protection law in force at the time");
        }
    }

    [Fact]
    [Requirement("S3-36")]
    public async Task Disclose_Should_NeverGoThere_When_TheNoticeForbidsTheCountry()
    {
        var order = new
        {
            register = DemoData.Telecom, recipient = "card-company", of = Persons("10004"), fields = (string[])["invoice.number"], @for = "invoicing",
            ground = "contract", details = new { country = "US", safeguard = "GDPR Art. 46(2)(c)", necessity = "The only server is there." },
        };

        var refusal = (await desk.RefusedAsync("disclose", order, Entry)).ShouldHaveSingleItem();

        refusal.Text("code").ShouldBe("TRANSFER_FORBIDDEN");
        (await desk.SentenceAsync(DemoData.Telecom, refusal, "never-outside-the-eea")).Articles.ShouldContain(article => article!.StartsWith("GDPR Art. 4", StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("S3-31"), Requirement("S3-33")]
    public async Task Disclose_Should_LetSegmentsGo_When_NobodyInThemIsToldApart()
    {
        object Segment(int persons, string field) => new
        {
            register = DemoData.Telecom, recipient = "advertising-network", of = new { segment = new { id = "fibre-homes", persons } },
            fields = (string[])[field], @for = "ad-targeting", ground = "contract",
        };

        (await desk.DoneAsync("disclose", Segment(500, "contract.product"), Entry)).Text("segment").ShouldBe("fibre-homes");
        (await desk.RefusedAsync("disclose", Segment(9, "contract.product"), Entry)).Select(refusal => refusal.Text("code")).ShouldBe(["SEGMENT_TOO_SMALL"]);
    }

    [Fact]
    public async Task Disclose_Should_LeaveOutWhoeverForbadeIt_When_ThePartnerAsksForSeveral()
    {
        // arrange
        await desk.DecideAsync(DemoData.Telecom, "10005", "direct-marketing", "REFUSED");

        // act
        var refused = await desk.RefusedAsync("disclose", Marketing("10005", "10006"), Entry);
        var disclosed = await desk.DoneAsync("disclose", Marketing("10006"), Entry);

        // assert
        var refusal = refused.ShouldHaveSingleItem();
        refusal.Text("code").ShouldBe("FORBIDDEN_BY_PERSON");
        refusal.Text("message").ShouldNotBeNull().ShouldStartWith("Of 2 persons 1 have forbidden it");
        disclosed.At("persons").GetInt32().ShouldBe(1);
        (await LedgerAsync("10005")).ShouldBeEmpty();
    }

    private static object Marketing(params string[] customers) =>
        Order("marketing-partner", ["emailAddress.address"], "direct-marketing", "contract", customers);

    private static object Order(string recipient, string[] fields, string @for, string? ground, params string[] customers) =>
        new { register = DemoData.Telecom, recipient, of = Persons(customers), fields, @for, ground };

    private static object Persons(params string[] customers) => new { registrants = customers.Select(customer => new { customerId = customer }) };

    private async Task<IReadOnlyList<JsonElement>> LedgerAsync(string customer) =>
        (await shared.Hub.FindAsync(new { customerId = customer }, "registrant { disclosures { id fields } }")).Items("registrant.disclosures");
}
