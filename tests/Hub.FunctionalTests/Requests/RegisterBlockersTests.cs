using System.Text.Json;
using PersonalDataHub.DemoSources.SocialCare;
using PersonalDataHub.DemoSources.SoleTrader;
using PersonalDataHub.DemoSources.Studio;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Requests;

/// <summary>What each register's notice says stands against erasing is asked of its own sources, and names what would lift it.</summary>
public sealed class RegisterBlockersTests(AllRegistersHub shared) : IClassFixture<AllRegistersHub>
{
    private const string Plan = """
        mutation Send($input: RequestErasureInput!) {
          result: requestErasure(input: $input) {
            dataSubjectRequest { plan { blockers { rule state liftedBy toldBy statements } items { source recordType field fate article statements blockers } } }
            errors { ... on Error { message } }
          }
        }
        """;

    private readonly TestHub hub = shared.Hub;

    [Theory]
    [InlineData("studio", StudioCases.OpenInvoice, "open-invoice", "Payment of the invoice")]
    [InlineData("studio", StudioCases.OpenCollection, "open-collection", "End of collection")]
    [InlineData("social-care", SocialCareCases.OpenInvoice, "open-invoice", "Payment of the invoice")]
    [InlineData("social-care", SocialCareCases.OpenCollection, "open-collection", "End of collection")]
    [Requirement("S1-26")]
    [Requirement("S2-32")]
    public async Task Plan_Should_KeepWhatTheBlockerNames_When_BillingTellsIt(string register, string customer, string rule, string liftedBy)
    {
        // act
        var plan = await PlanAsync(register, customer);

        // assert
        var blocker = plan.Items("blockers").Single(one => one.Text("rule") == rule);
        (blocker.Text("state"), blocker.Text("liftedBy")).ShouldBe(("HOLDS", liftedBy));
        blocker.Items("toldBy").Select(source => source.GetString()).ShouldBe(["billing"]);
        plan.Items("blockers").Single(one => one.Text("rule") == "accounting").Text("liftedBy")
            .ShouldBe("End of the time for which vouchers are kept");
        var kept = plan.Items("items").Where(item => Ids(item, "blockers").Contains(rule)).ToList();
        kept.ShouldNotBeEmpty();
        kept.ShouldAllBe(item => item.Text("fate") == "RETAIN" && item.Text("article") != null
            && Ids(item, "statements").Contains("destroyed-unless-law-invoice-or-collection"));
        plan.Items("items").ShouldContain(item => !Ids(item, "blockers").Contains(rule));
    }

    [Theory]
    [InlineData("studio", StudioCases.NothingOpen)]
    [InlineData("social-care", SocialCareCases.FormerCompanyContact)]
    [Requirement("S1-26")]
    [Requirement("S2-32")]
    public async Task Plan_Should_KeepNothingForABlocker_When_NothingIsOpen(string register, string customer)
    {
        var plan = await PlanAsync(register, customer);

        plan.Items("blockers").Where(one => one.Text("rule") != "accounting").ShouldAllBe(one => one.Text("state") == "DOES_NOT_HOLD");
        plan.Items("items").ShouldAllBe(item => item.Items("blockers").Count == 0);
    }

    [Fact]
    [Requirement("S2-71")]
    public async Task Plan_Should_KeepACompanysContact_When_TheRoleHasNotEnded()
    {
        // act
        var active = await PlanAsync("social-care", SocialCareCases.CompanyContact);
        await OutsideTools.QueryAsync(
            Path.Combine(hub.DataDirectory, "social-care", "clients.db"),
            $"update company_contact set valid_to = '2026-10-31' where client_id = '{SocialCareCases.CompanyContact}'");
        var ended = await PlanAsync("social-care", SocialCareCases.CompanyContact);

        // assert
        active.Items("blockers").Single(one => one.Text("rule") == "company-contact").Text("state").ShouldBe("HOLDS");
        active.Items("items").Where(item => item.Text("recordType") == "companyRole").ShouldAllBe(
            item => item.Text("fate") == "RETAIN" && Ids(item, "statements").Contains("contact-persons-stay"));
        ended.Items("blockers").Single(one => one.Text("rule") == "company-contact").Text("state").ShouldBe("DOES_NOT_HOLD");

        // What else the register promises still stands: client records are handed over first, and a role in a company is none.
        ended.Items("items").Where(item => item.Text("recordType") is "companyRole" or "marketingPermission").ShouldAllBe(item => item.Text("fate") == "ERASE");
        ended.Items("items").Where(item => item.Text("source") == "clients" && item.Text("recordType") is "customer" or "serviceOrder").ShouldAllBe(
            item => item.Text("fate") == "RETAIN" && Ids(item, "statements").Contains("handed-over-at-the-end"));
    }

    [Fact]
    [Requirement("S4-31")]
    public async Task Plan_Should_KeepACustomersData_When_TheRelationshipIsInForce()
    {
        // act
        var inForce = await PlanAsync("sole-trader", SoleTraderCases.InForce);
        await OutsideTools.QueryAsync(
            Path.Combine(hub.DataDirectory, "sole-trader", "contacts.db"),
            $"update customership set ended_on = '2026-10-31' where person_id = '{SoleTraderCases.InForce}'");
        await OutsideTools.QueryAsync(
            Path.Combine(hub.DataDirectory, "sole-trader", "billing.db"),
            $"update contract set ended_on = '2026-10-31' where account_id in (select account_id from account where customer_id = '{SoleTraderCases.InForce}')");
        var ended = await PlanAsync("sole-trader", SoleTraderCases.InForce);

        // assert
        inForce.Items("blockers").Single(one => one.Text("rule") == "relationship-in-force").Text("state").ShouldBe("HOLDS");
        inForce.Items("items").Where(item => item.Text("recordType") == "customership").ShouldAllBe(
            item => item.Text("fate") == "RETAIN" && Ids(item, "statements").Contains("storage-goes-on-while-a-customer"));
        ended.Items("blockers").Single(one => one.Text("rule") == "relationship-in-force").Text("state").ShouldBe("DOES_NOT_HOLD");
        ended.Items("items").Where(item => item.Text("recordType") == "customership").ShouldAllBe(item => item.Text("fate") == "ERASE");
    }

    private static IReadOnlyList<string?> Ids(JsonElement element, string list) => [.. element.Items(list).Select(id => id.GetString())];

    private async Task<JsonElement> PlanAsync(string register, string customer)
    {
        var input = new
        {
            register,
            header = new
            {
                clientRequestKey = Guid.NewGuid().ToString(),
                registrant = new { customerId = customer },
                receivedAt = TimeProvider.System.GetUtcNow().AddMinutes(-1),
                channel = "EMAIL",
            },
            scope = new { all = true },
            ground = "NO_LONGER_NECESSARY",
        };
        var answer = await hub.DataAsync(Plan, new { input });
        answer.At("result.errors").ValueKind.ShouldBe(JsonValueKind.Null, answer.ToString());
        return answer.At("result.dataSubjectRequest.plan");
    }
}
