using System.Text.Json;
using PersonalDataHub.DemoSources.Telecom;
using PersonalDataHub.Hub.FunctionalTests.Hosting;
using PersonalDataHub.Hub.Requests.Fulfillment;

namespace PersonalDataHub.Hub.FunctionalTests.Requests;

/// <summary>
/// An erasure leaves what an open invoice needs, and goes on by itself once billing shows the payment: nobody asks again,
/// and the register's notice and the law stand behind every field's fate (GDPR Art. 17(3)).
/// </summary>
public sealed class BlockedErasureTests
{
    private const string Customer = AwkwardCases.OpenInvoice;
    private const string OtherCustomer = AwkwardCases.OwnEmail;
    private const string EveryInterval = "--Hub:Fulfillment:BlockerCheck=00:00:01";
    private const string Never = "--Hub:Fulfillment:BlockerCheck=00:00:00";

    private const string Fates = """
        query Find($id: ID!) {
          dataSubjectRequest(id: $id) {
            status
            plan {
              blockers { rule kind state fact liftedBy article statements toldBy }
              items { source recordType field fate article statement statements until liftedBy blockers reason }
            }
            tasks { source state waitingCause items { recordType field fate outcome article statements blockers } }
          }
        }
        """;

    private static readonly string Account = $"(select account_id from account where customer_id = '{Customer}')";

    [Fact]
    [Requirement("S0-50")]
    [Requirement("S3-54")]
    [Requirement("S3-55")]
    public async Task Erasure_Should_GoOnByItself_When_TheInvoiceIsPaid()
    {
        // arrange
        await using var hub = await TestHub.StartAsync(null, EveryInterval);
        var (desk, systems) = (new RightsDesk(hub), DemoSystems.Of(hub));
        await EndContractAsync(systems);

        // act
        var planned = await desk.MakeAsync("requestErasure", desk.Erasure(Customer));
        var shown = await FatesAsync(hub, planned);
        var waiting = await desk.ApproveAsync(planned);
        var kept = await AccountAsync(systems);
        await PayAsync(systems);
        var gone = await desk.UntilAsync(waiting.Text("id")!, request => request.TaskOf("billing").Text("state") == "FINAL");
        var left = await AccountAsync(systems);

        // assert
        shown.Items("plan.items").ShouldAllBe(item => item.Text("article") != null && item.Text("statement") != null);
        shown.Items("plan.blockers").ToDictionary(blocker => blocker.Text("rule")!, blocker => blocker.Text("state")).ShouldBe(
            new Dictionary<string, string?>
            {
                ["relationship-in-force"] = "DOES_NOT_HOLD", ["open-invoice"] = "HOLDS", ["open-collection"] = "DOES_NOT_HOLD", ["accounting"] = "HOLDS",
            },
            ignoreOrder: true);
        var invoices = shown.Items("plan.items").Single(item => item.Text("recordType") == "invoice");
        (invoices.Text("fate"), invoices.Text("article"), invoices.Text("statement"), invoices.Text("liftedBy")).ShouldBe(
            ("RETAIN", "GDPR Art. 17(3)(e)", "not-while-relationship-or-law", "Payment of the invoice"));
        shown.Items("plan.items").Where(item => item.Text("source") == "crm").ShouldAllBe(
            item => item.Text("fate") == "ERASE" && item.Text("article") == "GDPR Art. 17(1)(a)" && item.Text("statement") == "erasure");

        waiting.Text("status").ShouldBe("DONE_WITH_RETENTION");
        waiting.At("answerable").GetBoolean().ShouldBeTrue();
        (waiting.TaskOf("billing").Text("state"), waiting.TaskOf("billing").Text("waitingCause")).ShouldBe(("WAITING", "BLOCKER"));
        (await OutsideTools.QueryAsync(systems.Crm, $"select count(*) from customer where customer_id = '{Customer}'")).ShouldBe(["0"]);
        kept.ShouldNotContain(line => line.Contains("NULL", StringComparison.Ordinal));

        gone.Text("status").ShouldBe("DONE_WITH_RETENTION");
        left.ShouldHaveSingleItem().ShouldEndWith(",NULL,NULL");
        gone.TaskOf("billing").Items("items").Where(item => item.Text("outcome") == "RETAINED" && item.Text("recordType") is "invoice" or "payment")
            .ShouldAllBe(item => item.Text("article")!.StartsWith("Accounting Act 1336/1997 2:10", StringComparison.Ordinal));
        (await OutsideTools.QueryAsync(systems.Billing, $"select count(*) from invoice where account_id in {Account}"))
            .ShouldNotBe(["0"]);
    }

    [Fact]
    public async Task Erasure_Should_Wait_When_NobodyLooksWhetherTheInvoiceIsPaid()
    {
        // arrange
        await using var hub = await TestHub.StartAsync(null, Never);
        var (desk, systems) = (new RightsDesk(hub), DemoSystems.Of(hub));
        await EndContractAsync(systems);
        var waiting = await desk.EraseAsync(Customer);
        await PayAsync(systems);

        // act
        await desk.EraseAsync(OtherCustomer);
        var still = await desk.FindAsync(waiting.Text("id")!);
        var before = await AccountAsync(systems);
        var continued = await hub.Service<BlockerChecks>().RunAsync(TestContext.Current.CancellationToken);
        await desk.UntilAsync(waiting.Text("id")!, request => request.TaskOf("billing").Text("state") == "FINAL");

        // assert
        (still.TaskOf("billing").Text("state"), still.TaskOf("billing").Text("waitingCause")).ShouldBe(("WAITING", "BLOCKER"));
        before.ShouldHaveSingleItem().ShouldNotContain("NULL");
        continued.ShouldBe(1);
        (await AccountAsync(systems)).ShouldHaveSingleItem().ShouldEndWith(",NULL,NULL");
    }

    [Fact]
    public async Task Erasure_Should_NeedApproval_When_ThePersonIsACustomerAgain()
    {
        // arrange
        await using var hub = await TestHub.StartAsync(null, EveryInterval);
        var (desk, systems) = (new RightsDesk(hub), DemoSystems.Of(hub));
        await EndContractAsync(systems);
        var waiting = await desk.EraseAsync(Customer);

        // act
        await OutsideTools.QueryAsync(systems.Billing, $"""
            insert into contract select 'C-again', account_id, 'Mobile', null, '2026-11-01', null, '2026-11-01 10:00:00+02' from account where customer_id = '{Customer}';
            """);
        await PayAsync(systems);
        var asked = await desk.UntilAsync(waiting.Text("id")!, request => request.Text("status") == "AWAITING_APPROVAL");
        var kept = await AccountAsync(systems);
        var approved = await desk.ApproveAsync(asked);

        // assert
        asked.Text("reason")!.ShouldContain("Contract in force.");
        kept.ShouldHaveSingleItem().ShouldNotContain("NULL");
        approved.Text("status").ShouldBe("DONE_WITH_RETENTION");
        (approved.TaskOf("billing").Text("state"), approved.TaskOf("billing").Text("waitingCause")).ShouldBe(("WAITING", "BLOCKER"));
        (await OutsideTools.QueryAsync(systems.Billing, "select count(*) from contract where contract_id = 'C-again'")).ShouldBe(["1"]);
    }

    private static async Task<JsonElement> FatesAsync(TestHub hub, JsonElement request) =>
        (await hub.DataAsync(Fates, new { id = request.Text("id") })).At("dataSubjectRequest");

    private static Task EndContractAsync(DemoSystems systems) =>
        OutsideTools.QueryAsync(systems.Billing, $"update contract set ended_on = '2025-12-31' where account_id in {Account}");

    private static Task PayAsync(DemoSystems systems) => OutsideTools.QueryAsync(systems.Billing, $"""
        insert into payment (payment_id, account_id, invoice_id, paid_at, amount, method)
            select 'P-late-' || invoice_id, account_id, invoice_id, '2026-11-20 12:00:00+02', total, 'transfer' from invoice where paid_on is null and account_id in {Account};
        update invoice set paid_on = '2026-11-20', status = 'paid' where paid_on is null and account_id in {Account};
        """);

    private static Task<IReadOnlyList<string>> AccountAsync(DemoSystems systems) => OutsideTools.QueryAsync(
        systems.Billing, $"select family_name, identity_code, email from account where customer_id = '{Customer}'");
}
