using System.Text.Json;
using PersonalDataHub.DemoSources.Telecom;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Requests;

/// <summary>Corrections reach the sources that hold the wrong value, and nothing is done by halves (GDPR Art. 16).</summary>
public sealed class RectificationTests(RightsHub shared) : IClassFixture<RightsHub>
{
    private const string Emails = "profile { emails { value held { ref tag source { id } } } }";
    private const string Names = "profile { familyName { value held { ref tag source { id } } } }";

    private readonly RightsDesk desk = shared.Desk;
    private readonly DemoSystems systems = shared.Systems;

    [Fact]
    [Requirement("S1-49")]
    [Requirement("S1-51")]
    [Requirement("S3-51")]
    [Requirement("S2-61")]
    [Requirement("S2-63")]
    public async Task RequestRectification_Should_ReachEverySource_When_TheyHoldTheWrongEmail()
    {
        // arrange
        var wrong = await EmailAsync(AwkwardCases.ShownFirst, "aino.hallavirta@example.org");

        // act
        var request = await desk.SettleAsync(
            "requestRectification",
            desk.Rectification(AwkwardCases.ShownFirst, wrong.Items("held"), new { text = "aino.uusi@example.org" }));

        // assert
        request.Text("status").ShouldBe("DONE");
        request.Items("tasks").ToDictionary(task => task.Text("source")!, task => task.Texts("items", "outcome").Single())
            .ShouldBe(new Dictionary<string, string?> { ["crm"] = "VERIFIED", ["billing"] = "VERIFIED" });
        request.NotAsked().ShouldBe(
            new Dictionary<string, string?>
            {
                ["call-recordings"] = "It holds no such value of this person.", ["web-analytics"] = "It holds no such value of this person.",
                ["call-traffic"] = "It holds no such value of this person.", ["barring"] = "It holds no such value of this person.",
            },
            ignoreOrder: true);
        (await OutsideTools.QueryAsync(systems.Crm, "select address from email where customer_id = '10001' order by id"))
            .ShouldBe(["'aino.uusi@example.org'", "'aino.tyossa@example.com'"]);
        (await OutsideTools.QueryAsync(systems.Billing, "select email from account where customer_id = '10001'")).ShouldBe(["'aino.uusi@example.org'"]);
    }

    [Fact]
    public async Task RequestRectification_Should_ChangeNothing_When_SentAgainUnderTheSameKey()
    {
        // arrange
        var wrong = await EmailAsync(AwkwardCases.OwnEmail, AwkwardCases.OwnEmailAddress);
        var input = desk.Rectification(AwkwardCases.OwnEmail, wrong.Items("held"), new { text = "oma.uusi@example.org" }, "repeated");
        var first = await desk.SettleAsync("requestRectification", input);
        var before = await StateAsync();

        // act
        var second = await desk.SettleAsync("requestRectification", input);
        var other = await desk.RefusedAsync(
            "requestRectification",
            desk.Rectification(AwkwardCases.OwnEmail, wrong.Items("held"), new { text = "oma.toinen@example.org" }, "repeated"));

        // assert
        second.ToString().ShouldBe(first.ToString());
        other.ShouldHaveSingleItem().Type.ShouldBe("RequestKeyReusedError");
        (await StateAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task RequestRectification_Should_StartNothing_When_TagsAreStale()
    {
        // arrange
        var held = (await desk.PersonAsync(AwkwardCases.ChangedName, Names)).Items("profile.familyName.held");
        await OutsideTools.QueryAsync(systems.Billing, "update account set family_name = 'Muuttunut' where customer_id = '10010'");
        await OutsideTools.QueryAsync(systems.Crm, "update customer set family_name = 'Muuttunut' where customer_id = '10010'");
        var before = await StateAsync();

        // act
        var refused = await desk.RefusedAsync(
            "requestRectification", desk.Rectification(AwkwardCases.ChangedName, held, new { text = "Oikeanimi" }));

        // assert
        refused.Select(error => error.Type).ShouldBe(["StaleTagError", "StaleTagError"]);
        string.Concat(refused.Select(error => error.Message)).ShouldSatisfyAllConditions(
            messages => messages.ShouldContain("'customer.familyName' at 'crm'"),
            messages => messages.ShouldContain("'billingAccount.familyName' at 'billing'"),
            messages => messages.ShouldNotContain("Muuttunut"));
        (await StateAsync()).ShouldBe(before);
        (await RequestsOfAsync(AwkwardCases.ChangedName)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("visits", "entryPage", "The source 'web-analytics' cannot correct 'visit' by request")]
    [InlineData("changeEntries", "newValue", "The source 'crm' cannot correct 'changeEntry' by request")]
    [InlineData("customers", "birthDate", "The field 'birthDate': the new value is Text, but was declared Date.")]
    public async Task RequestRectification_Should_SayWhy_When_ItCannotBeCorrected(string list, string field, string reason)
    {
        // arrange
        var person = await desk.PersonAsync(AwkwardCases.ShownFirst, $"{list} {{ nodes {{ fields {{ name ref tag }} }} }}");
        var before = await StateAsync();

        // act
        var refused = await desk.RefusedAsync(
            "requestRectification", desk.Rectification(AwkwardCases.ShownFirst, [person.FieldOf(list, field)], new { text = "other" }));

        // assert
        refused.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            error => error.Type.ShouldBe("NotCorrectableError"),
            error => error.Message!.ShouldStartWith(reason));
        (await StateAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task RequestRectification_Should_WaitForAPerson_When_TheInvoiceWasSent()
    {
        // arrange
        var invoices = await desk.PersonAsync(AwkwardCases.OpenInvoice, "invoices { nodes { fields { name ref tag } } }");

        // act
        var waiting = await desk.SettleAsync(
            "requestRectification",
            desk.Rectification(AwkwardCases.OpenInvoice, [invoices.FieldOf("invoices", "dueOn")], new { date = "2026-12-24" }));
        var evidence = new { task = waiting.TaskOf("billing").Text("id"), evidence = "Credit invoice in billing, filed there." };
        var completed = await desk.MakeAsync("completeTask", evidence);
        var again = await desk.RefusedAsync("completeTask", evidence);

        // assert
        (waiting.Text("status"), waiting.TaskOf("billing").Text("waitingCause")).ShouldBe(("NEEDS_PERSON", "PERSON"));
        waiting.TaskOf("billing").Text("instruction")!.ShouldContain("Make a correction entry or a credit invoice in billing");
        (completed.Text("status"), completed.TaskOf("billing").Text("state")).ShouldBe(("DONE", "FINAL"));
        (completed.OutcomesOf("billing").Single(), completed.TaskOf("billing").Text("completedBy")).ShouldBe(("APPLIED", "demo-dpo"));
        again.ShouldHaveSingleItem().Type.ShouldBe("RequestRefusedError");
    }

    [Fact]
    public async Task SkipTask_Should_KeepTheGround_When_TheInvoiceStaysAsItIs()
    {
        // arrange
        var invoices = await desk.PersonAsync(AwkwardCases.OpenCollection, "invoices { nodes { fields { name ref tag } } }");
        var waiting = await desk.SettleAsync(
            "requestRectification",
            desk.Rectification(AwkwardCases.OpenCollection, [invoices.FieldOf("invoices", "dueOn")], new { date = "2026-12-24" }));

        // act
        var skipped = await desk.MakeAsync(
            "skipTask", new { task = waiting.TaskOf("billing").Text("id"), ground = "The invoice is right; the person was told why." });

        // assert
        skipped.Text("status").ShouldBe("DONE");
        var item = skipped.TaskOf("billing").Items("items").ShouldHaveSingleItem();
        (item.Text("outcome"), item.Text("reason")).ShouldBe(("UNSUPPORTED", "The invoice is right; the person was told why."));
    }

    [Fact]
    public async Task RequestRectification_Should_CorrectTheCallsName_When_TheExchangeWroteAnotherOne()
    {
        // arrange
        var person = await desk.PersonAsync(AwkwardCases.ShownFirst, "callRecords { nodes { fields { name ref tag } } }");
        var name = person.Items("callRecords.nodes").SelectMany(call => call.Items("fields")).Single(field => field.Text("name") == "callerName");

        // act
        var request = await desk.SettleAsync(
            "requestRectification", desk.Rectification(AwkwardCases.ShownFirst, [name], new { text = "Aino Hallavirta" }));

        // assert
        request.OutcomesOf("call-recordings").ShouldBe(["VERIFIED"]);
        var lines = await File.ReadAllLinesAsync(systems.CallDetailRecords, TestContext.Current.CancellationToken);
        lines.Count(line => line.Contains("\"\"Aino Hallavirta\"\" <0400000001>", StringComparison.Ordinal)).ShouldBe(1);
        lines.ShouldNotContain(line => line.Contains(RightsHub.Caller, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RequestRectification_Should_WriteEveryPart_When_AnAddressIsCorrected()
    {
        // arrange
        var person = await desk.PersonAsync(AwkwardCases.SkoltSamiLetters, "profile { postalAddresses { held { ref tag source { id } } } }");
        var held = person.Items("profile.postalAddresses").SelectMany(address => address.Items("held")).ToList();
        (string Name, string Value)[] parts = [("street", "Oikeatie 1"), ("postCode", "99800"), ("city", "INARI"), ("country", "FI")];

        // act
        var request = await desk.SettleAsync(
            "requestRectification",
            desk.Rectification(AwkwardCases.SkoltSamiLetters, held, new { parts = parts.Select(part => new { name = part.Name, value = part.Value }) }));

        // assert
        request.Text("status").ShouldBe("DONE");
        (await OutsideTools.QueryAsync(systems.Crm, "select street, post_code, city, country, care_of from postal_address where customer_id = '10017'"))
            .ShouldBe(["'Oikeatie 1','99800','INARI','FI',NULL"]);
        (await OutsideTools.QueryAsync(systems.Billing, "select street, post_code, city, country from account where customer_id = '10017'"))
            .ShouldBe(["'Oikeatie 1','99800','INARI','FI'"]);
    }

    private async Task<JsonElement> EmailAsync(string customer, string email) =>
        (await desk.PersonAsync(customer, Emails)).Items("profile.emails").Single(one => one.Text("value") == email);

    private async Task<IReadOnlyList<JsonElement>> RequestsOfAsync(string customer) => (await shared.Hub.DataAsync(
        """query List($of: RegistrantKey!) { dataSubjectRequests(register: "telecom", of: $of) { nodes { id } } }""",
        new { of = new { customerId = customer } })).Items("dataSubjectRequests.nodes");

    private async Task<string> StateAsync() => string.Join(
        '\n',
        [
            .. await OutsideTools.QueryAsync(systems.Crm, ".dump"),
            .. await OutsideTools.QueryAsync(systems.Billing, ".dump"),
            .. await File.ReadAllLinesAsync(systems.CallDetailRecords, TestContext.Current.CancellationToken),
        ]);
}
