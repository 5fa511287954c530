using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using PersonalDataHub.DemoSources.Telecom;
using PersonalDataHub.Hub.FunctionalTests.Commands;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Requests;

/// <summary>Rights requests at the command line, with real processes.</summary>
public sealed class CommandTests(NewcomersHub hub) : IClassFixture<NewcomersHub>
{
    private string Crm => new DemoSystems(hub.Settings.DataDirectory).Crm;

    [Fact]
    public async Task Erase_Should_DoNothingAndExit3_When_YesIsNotTyped()
    {
        // act
        var finished = await RunAsync("no", "erase", "--customer-id", AwkwardCases.ShownFirst, "--wait");

        // assert
        finished.ExitCode.ShouldBe(3, finished.Error);
        finished.Output.ShouldContain("PLAN ");
        finished.Output.ShouldMatch(@"crm +emailAddress +2  ERASE +GDPR Art\. 17\(1\)\(a\)");
        finished.Output.ShouldContain("Approve this plan? Type yes: Not approved: nothing was done.");
        (await OutsideTools.QueryAsync(Crm, "select count(*) from customer where customer_id = '10001'")).ShouldBe(["1"]);
    }

    [Theory]
    [InlineData("10002", "yes", new string[0])]
    [InlineData("10003", null, new[] { "--yes" })]
    public async Task Erase_Should_ShowOutcomesAndExit0_When_Approved(string customer, string? input, string[] further)
    {
        // act
        var finished = await RunAsync(input, ["erase", "--customer-id", customer, "--wait", .. further]);

        // assert
        finished.ExitCode.ShouldBe(0, finished.Output + finished.Error);
        finished.Output.Contains("Type yes: ", StringComparison.Ordinal).ShouldBe(input is not null);
        finished.Output.ShouldMatch(@"crm +FINAL \d+/\d+");
        finished.Output.ShouldMatch(@"OUTCOME DONE_WITH_RETENTION[\s\S]*crm +customer +1  VERIFIED[\s\S]*billing +invoice +\d+  RETAINED +Accounting Act");
        (await OutsideTools.QueryAsync(Crm, $"select count(*) from customer where customer_id = '{customer}'")).ShouldBe(["0"]);
    }

    [Fact]
    public async Task Erase_Should_Exit3_When_SomebodyMayBeTheSamePerson()
    {
        // act
        var finished = await RunAsync(null, "erase", "--customer-id", AwkwardCases.FamilyFirst, "--yes", "--wait");

        // assert
        finished.ExitCode.ShouldBe(3, finished.Error);
        finished.Output.ShouldContain("may know the same person (customerNumber): decide before it can be approved");
        finished.Output.ShouldContain("OUTCOME UNDECIDED");
    }

    [Fact]
    public async Task Erase_Should_Exit4_When_TheRegisterIsUnknown()
    {
        var finished = await HubProgram.RunAsync(hub.Settings, null, "erase", "--register", "telekom", "--customer-id", "10001", "--yes");

        finished.ExitCode.ShouldBe(4, finished.Output);
        finished.Error.ShouldContain("There is no register of this id");
        finished.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Erase_Should_Exit1_When_NoHubAnswers()
    {
        var finished = await RunAsync(null, "erase", "--customer-id", "10001", "--yes", "--hub", "http://127.0.0.1:1");

        finished.ExitCode.ShouldBe(1, finished.Output);
        finished.Error.ShouldContain("No hub answers at http://127.0.0.1:1/.");
    }

    [Fact]
    public async Task Rectify_Should_ReadTheValueFromInput_When_AnEmailIsCorrected()
    {
        // arrange
        var targets = await TargetsAsync(AwkwardCases.OwnEmail, "profile { emails { held { ref tag } } }", person => person.Items("profile.emails")[0].Items("held"));

        // act
        var finished = await RunAsync(
            "uusi.osoite@example.org", ["rectify", "--customer-id", AwkwardCases.OwnEmail, "--ground", "As the person showed.", "--wait", .. targets]);

        // assert
        finished.ExitCode.ShouldBe(0, finished.Output + finished.Error);
        finished.Output.ShouldMatch(@"OUTCOME DONE [\s\S]*crm +emailAddress\.address +1  VERIFIED[\s\S]*billing +billingAccount\.email +1  VERIFIED");
        finished.Output.ShouldNotContain("example.org");
        (await OutsideTools.QueryAsync(Crm, $"select address from email where customer_id = '{AwkwardCases.OwnEmail}'")).ShouldBe(["'uusi.osoite@example.org'"]);
    }

    [Fact]
    public async Task Rectify_Should_Exit3_When_APersonHasToDoIt()
    {
        // arrange
        var targets = await TargetsAsync(
            AwkwardCases.OpenInvoice,
            "invoices { nodes { fields { name ref tag } } }",
            person => [.. person.Items("invoices.nodes")[0].Items("fields").Where(field => field.Text("name") == "currency")]);

        // act
        var finished = await RunAsync(
            "SEK", ["rectify", "--customer-id", AwkwardCases.OpenInvoice, "--ground", "As the person showed.", "--wait", .. targets]);

        // assert
        finished.ExitCode.ShouldBe(3, finished.Output + finished.Error);
        finished.Output.ShouldContain("WAITING (PERSON) 0/1: invoice.currency: Make a correction entry or a credit invoice in billing");
        finished.Output.ShouldContain("OUTCOME NEEDS_PERSON");
    }

    [Fact]
    public async Task Lift_Should_EndWhatRestrictBegan_When_ThePersonWasTold()
    {
        // arrange
        var restricted = await RunAsync(null, "restrict", "--customer-id", AwkwardCases.ChangedName, "--ground", "ACCURACY_CONTESTED", "--wait");
        var mark = $"select processing_restricted from customer where customer_id = '{AwkwardCases.ChangedName}'";
        var marked = await OutsideTools.QueryAsync(Crm, mark);
        var id = restricted.Output.Split('\n').Single(line => line.StartsWith("OUTCOME ", StringComparison.Ordinal)).Split("request ")[1].Trim();

        // act
        var lifted = await RunAsync(
            null, "lift", "--customer-id", AwkwardCases.ChangedName, "--restriction", id, "--told-at", "2026-01-15T10:00:00Z", "--wait");

        // assert
        restricted.ExitCode.ShouldBe(0, restricted.Output + restricted.Error);
        restricted.Output.ShouldMatch(@"crm +customer +1  VERIFIED[\s\S]*billing +invoice +\d+  HUB_ENFORCED_ONLY");
        marked.ShouldBe(["1"]);
        lifted.ExitCode.ShouldBe(0, lifted.Output + lifted.Error);
        (await OutsideTools.QueryAsync(Crm, mark)).ShouldBe(["0"]);
    }

    private Task<HubProgram.Finished> RunAsync(string? input, params string[] arguments) =>
        HubProgram.RunAsync(hub.Settings, input, [.. arguments, "--register", "telecom"]);

    private async Task<IReadOnlyList<string>> TargetsAsync(string customer, string selection, Func<JsonElement, IReadOnlyList<JsonElement>> held)
    {
        using var http = new HttpClient { BaseAddress = hub.Serving.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "demo-dpo");
        http.DefaultRequestHeaders.Add("X-Purpose", "data-subject-rights");
        var query = $$"""
            query Find($customer: String!) {
              findRegistrant(register: "telecom", by: { customerId: $customer }, waitAtMost: "PT30S") { registrant { {{selection}} } }
            }
            """;
        using var response = await http.PostAsJsonAsync("graphql", new { query, variables = new { customer } });
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return [.. held(answer.At("data.findRegistrant.registrant")).SelectMany(one => new[] { "--target", $"{one.Text("ref")}:{one.Text("tag")}" })];
    }
}
