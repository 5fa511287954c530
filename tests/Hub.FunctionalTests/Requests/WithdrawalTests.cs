using System.Text.Json;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Requests;

/// <summary>A request taken back while it runs: a ledger that makes changes later keeps it running.</summary>
public sealed class WithdrawalTests
{
    private const string Customer = "10002";

    private const string Withdraw = """
        mutation Withdraw($input: WithdrawRequestInput!) {
          withdrawRequest(input: $input) {
            withdrawnRequest { request { ...request } notUndone { source recordType field } undo { ...request } }
            errors { __typename ... on Error { message } }
          }
        }
        """ + RightsDesk.Request;

    [Fact]
    public async Task WithdrawRequest_Should_TurnBackWhatWasCorrected_When_AsTheRequestRuns()
    {
        // arrange
        await using var hub = await TestHub.StartAsync(LedgerSource.Add);
        var desk = new RightsDesk(hub);
        LedgerSource.Switch(hub, "pending-for 3600");
        var crm = Path.Combine(hub.DataDirectory, "telecom", "crm.db");
        var before = await OutsideTools.QueryAsync(crm, $"select family_name, given_names from customer where customer_id = '{Customer}'");
        var held = (await desk.PersonAsync(Customer, "profile { familyName { held { ref tag source { id } } } }")).Items("profile.familyName.held");
        var made = await desk.MakeAsync("requestRectification", desk.Rectification(Customer, held, new { text = "Väärinkuultu" }));
        var running = await desk.UntilAsync(
            made.Text("id")!,
            request => request.Items("tasks").All(task => task.Text("source") == "ledger"
                ? task.Text("waitingCause") == "SOURCE_DELAY"
                : task.Text("state") == "FINAL"));
        var during = await OutsideTools.QueryAsync(crm, $"select family_name from customer where customer_id = '{Customer}'");

        // act
        var answer = await hub.DataAsync(
            Withdraw, new { input = new { request = running.Text("id"), reason = "The person meant something else.", undo = true } });
        var withdrawn = answer.At("withdrawRequest.withdrawnRequest");
        var undo = await desk.UntilAsync(
            withdrawn.Text("undo.id")!, request => request.Items("tasks").All(task => task.Text("source") == "ledger" || task.Text("state") == "FINAL"));

        // assert
        (running.Text("status"), during.Single()).ShouldBe(("RUNNING", "'Väärinkuultu'"));
        withdrawn.Text("request.status").ShouldBe("WITHDRAWN");
        undo.Items("plan.notReached").ShouldHaveSingleItem().Text("reason")!.ShouldContain("it is turned back when that shows");
        (undo.OutcomesOf("crm").Single(), undo.OutcomesOf("billing").Single()).ShouldBe(("VERIFIED", "VERIFIED"));
        (await OutsideTools.QueryAsync(crm, $"select family_name, given_names from customer where customer_id = '{Customer}'")).ShouldBe(before);
    }

    [Fact]
    public async Task WithdrawRequest_Should_BeRefused_When_TheRequestHasEnded()
    {
        // arrange
        await using var hub = await TestHub.StartAsync();
        var desk = new RightsDesk(hub);
        var ended = await desk.SettleAsync("requestRestriction", desk.Restriction(Customer, new { categories = (string[])["identity"] }));

        // act
        var answer = await hub.DataAsync(Withdraw, new { input = new { request = ended.Text("id"), reason = "Too late.", undo = true } });

        // assert
        var error = answer.Items("withdrawRequest.errors").ShouldHaveSingleItem();
        (error.Text("__typename"), error.Text("message")).ShouldBe(
            ("RequestRefusedError", "The request has ended; there is nothing left to withdraw."));
    }
}
