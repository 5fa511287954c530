using System.Text.Json;
using PersonalDataHub.DemoSources.Studio;
using PersonalDataHub.DemoSources.Wellbeing;
using PersonalDataHub.Hub.FunctionalTests.Connectors;
using PersonalDataHub.Hub.FunctionalTests.Disclosures;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Marketing;

/// <summary>What people allow and forbid, over HTTP, and the lists that are made of those who allow.</summary>
public sealed class PermissionTests(SharingHub shared) : IClassFixture<SharingHub>
{
    private const string Page = "addressLabelPage { labels { name street } leftOut { reason persons } next }";
    private readonly SharingDesk desk = shared.Desk;

    private string Orders => Path.Combine(shared.Hub.DataDirectory, "studio", "orders.db");

    [Fact]
    [Requirement("S1-11"), Requirement("S1-12")]
    public async Task ExportAddressLabels_Should_LeaveOutWhoeverMayNotBeOnTheList_When_PublicationIsOn()
    {
        // arrange
        var off = (await desk.RefusedAsync("exportAddressLabels", new { register = "studio", first = 10 }, Page)).ShouldHaveSingleItem();
        await desk.DoneAsync(
            "turnPurpose", new { register = "studio", purpose = "publication", on = true, reason = "The spring list." }, "turnedPurpose { purpose on }");
        var forbidden = await NamesAsync("allowed = 0");
        var shown = (await NamesAsync($"client_id = '{StudioCases.ShownFirst}'")).Single();

        // act
        var (before, leftOutBefore) = await ExportAsync();
        await desk.DecideAsync("studio", StudioCases.ShownFirst, "publication", "REFUSED");
        var (after, leftOutAfter) = await ExportAsync();

        // assert
        off.Text("code").ShouldBe("PURPOSE_OFF");
        forbidden.Count.ShouldBeGreaterThan(5);
        forbidden.ShouldContain((await NamesAsync($"client_id = '{StudioCases.NotPublished}'")).Single());
        before.Count.ShouldBeGreaterThan(50);
        before.Intersect(forbidden).ShouldBeEmpty();
        leftOutBefore["FORBIDDEN"].ShouldBe(forbidden.Count);
        before.ShouldContain(shown);
        after.ShouldBe(before.Where(label => label != shown), ignoreOrder: true);
        leftOutAfter["FORBIDDEN"].ShouldBe(forbidden.Count + 1);

        // The order book learns of it too.
        await Patience.UntilAsync(
            () => OutsideTools.QueryAsync(Orders, $"select allowed from permission where client_id = '{StudioCases.ShownFirst}' and purpose = 'publication'"),
            rows => rows is ["0"]);
        (await desk.OutcomesAsync("exportAddressLabels")).ShouldContain(outcome => outcome == "refused: PURPOSE_OFF");
    }

    [Fact]
    [Requirement("S0-45")]
    public async Task SetMarketingPermission_Should_DecideFromThenOn_When_ConsentIsGivenAndWithdrawn()
    {
        // arrange
        const string Customer = WellbeingCases.NoMarketing;
        var first = await ContactAsync(Customer, "email", "direct-marketing");
        var untold = await desk.RefusedAsync("setMarketingPermission", Permission(Customer, "direct-marketing", "GIVEN"), "keptPermission { registrant }");

        // act
        var given = await desk.DecideAsync("wellbeing", Customer, "direct-marketing", "GIVEN", channel: "email", text: "consent-2026-1");
        var while_ = await ContactAsync(Customer, "email", "direct-marketing");
        await desk.DecideAsync("wellbeing", Customer, "direct-marketing", "WITHDRAWN", channel: "email");
        var after = await ContactAsync(Customer, "email", "direct-marketing");
        var service = await ContactAsync(Customer, "email", "customer-relationship");

        // assert
        untold.Select(refusal => refusal.Text("code")).ShouldBe(["TEXT_MISSING"]);
        given.Text("decision.notice").ShouldBe("2017-06-01");
        (first.Allowed, while_.Allowed, after.Allowed, service.Allowed).ShouldBe((false, true, false, true));
        (first.Reason, while_.Reason, after.Reason, service.Reason).ShouldBe(("REFUSED", "GIVEN", "WITHDRAWN", "SERVICE_MESSAGE"));
        var person = await shared.Hub.FindAsync(
            new { customerId = Customer }, "registrant { permissionHistory { decision channel purpose source notice } }", register: "wellbeing");
        person.Items("registrant.permissionHistory").Where(one => one.Text("source") is null)
            .Select(one => (one.Text("decision"), one.Text("channel"), one.Text("notice")))
            .ShouldBe([("GIVEN", "email", "2017-06-01"), ("WITHDRAWN", "email", "2017-06-01")]);
    }

    [Fact]
    public async Task SetMarketingPermission_Should_BeRefusedWithTheSentence_When_ThePurposeIsNobodysToDecide()
    {
        var refusal = (await desk.RefusedAsync(
            "setMarketingPermission", Permission(WellbeingCases.InTwoRegisters, "customer-relationship", "REFUSED"), "keptPermission { registrant }"))
            .ShouldHaveSingleItem();

        refusal.Text("code").ShouldBe("NOT_DECIDABLE");
        var (sentence, articles) = await desk.SentenceAsync("wellbeing", refusal, "looking-after-customers");
        sentence.ShouldNotBeNull().ShouldContain("the customer relationship");
        articles.ShouldBe(["GDPR Art. 13(1)(c)"]);
    }

    private static object Permission(string customer, string purpose, string decision) => new
    {
        register = "wellbeing", registrant = new { customerId = customer }, purpose, decision, channel = "email", intake = "email",
    };

    private async Task<(bool Allowed, string? Reason)> ContactAsync(string customer, string channel, string purpose)
    {
        var answer = (await shared.Hub.DataAsync(
            """
            query May($by: RegistrantKey!, $channel: ID!, $purpose: ID!) {
              mayContact(register: "wellbeing", registrant: $by, channel: $channel, purpose: $purpose) { allowed reason statements }
            }
            """,
            new { by = new { customerId = customer }, channel, purpose })).At("mayContact");
        answer.Items("statements").ShouldNotBeEmpty();
        return (answer.At("allowed").GetBoolean(), answer.Text("reason"));
    }

    // Every page of the list; the studio's whole order book.
    private async Task<(IReadOnlyList<(string?, string?)> Labels, IReadOnlyDictionary<string, int> LeftOut)> ExportAsync()
    {
        var labels = new List<(string?, string?)>();
        var leftOut = new Dictionary<string, int>();
        string? after = null;
        do
        {
            var page = await desk.DoneAsync("exportAddressLabels", new { register = "studio", first = 30, after }, Page);
            labels.AddRange(page.Items("labels").Select(label => (label.Text("name"), label.Text("street"))));
            foreach (var left in page.Items("leftOut"))
            {
                leftOut[left.Text("reason")!] = leftOut.GetValueOrDefault(left.Text("reason")!) + left.At("persons").GetInt32();
            }

            after = page.At("next").ValueKind == JsonValueKind.Null ? null : page.Text("next");
        }
        while (after is not null);

        return (labels, leftOut);
    }

    private async Task<IReadOnlyList<(string?, string?)>> NamesAsync(string where)
    {
        var rows = await OutsideTools.QueryAsync(
            Orders,
            $"select distinct c.given_names || ' ' || c.family_name, c.street from client c join permission p using (client_id) where p.purpose = 'publication' and {where}");
        return [.. rows.Select(row => row.Split("','")).Select(parts => ((string?)parts[0].TrimStart('\''), (string?)parts[1].TrimEnd('\'')))];
    }
}
