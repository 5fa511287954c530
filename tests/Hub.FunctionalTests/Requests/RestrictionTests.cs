using System.Text.Json;
using PersonalDataHub.DemoSources.Telecom;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Requests;

/// <summary>Restrictions over requests: at the sources that can, by the hub for all (GDPR Art. 18).</summary>
public sealed class RestrictionTests(RightsHub shared) : IClassFixture<RightsHub>
{
    private const string Selection = """
        id
        restrictions { ground scope category request }
        profile { familyName { value withheld { reason request } held { value source { id } } } }
        customers { nodes { id familyName givenNames fields { name ref value withheld { request } } } }
        invoices { nodes { number } }
        callRecords { nodes { agent } }
        """;

    private readonly RightsDesk desk = shared.Desk;
    private readonly DemoSystems systems = shared.Systems;

    [Fact]
    [Requirement("S2-68")]
    [Requirement("S0-51")]
    [Requirement("S3-57")]
    public async Task RequestRestriction_Should_ReachEverySource_When_ThePersonIsRestricted()
    {
        // arrange
        var recordings = OthersData.OfAllBut(systems, AwkwardCases.ShownFirst).OwnRecordings;

        // act
        var request = await desk.SettleAsync("requestRestriction", desk.Restriction(AwkwardCases.ShownFirst, new { all = true }));
        var marked = await MarkAsync(AwkwardCases.ShownFirst);
        var excluded = await ExcludedAsync();
        var moved = recordings.Where(path => !IsAt(path) && IsAt(Path.Combine("restricted", path))).ToList();
        var lift = await desk.SettleAsync("liftRestriction", desk.Lift(AwkwardCases.ShownFirst, request.Text("id")!));

        // assert
        var outcomes = request.Items("tasks").SelectMany(task => task.Items("items")).ToLookup(item => item.Text("recordType"), item => item.Text("outcome"));
        foreach (var marks in (string[])["customer", "emailAddress", "billingAccount", "callRecord", "visit"])
        {
            outcomes[marks].ShouldAllBe(outcome => outcome == "VERIFIED", marks);
        }

        outcomes["invoice"].Concat(outcomes["companyRole"]).ShouldAllBe(outcome => outcome == "HUB_ENFORCED_ONLY");
        (marked, excluded > 0, moved.Count).ShouldBe(("1", true, 4));
        lift.Text("status").ShouldBe("DONE");
        (await MarkAsync(AwkwardCases.ShownFirst), await ExcludedAsync(), recordings.Count(IsAt)).ShouldBe(("0", 0, 4));
    }

    [Fact]
    public async Task FindRegistrant_Should_WithholdFromAnotherPurpose_When_ThePersonIsRestricted()
    {
        // arrange
        var before = await desk.PersonAsync(AwkwardCases.NordicLetters, Selection, "customer-service");
        var request = await desk.SettleAsync("requestRestriction", desk.Restriction(AwkwardCases.NordicLetters, new { all = true }, "UNLAWFUL_PROCESSING"));

        // act
        var service = await desk.PersonAsync(AwkwardCases.NordicLetters, Selection, "customer-service");
        var rights = await desk.PersonAsync(AwkwardCases.NordicLetters, Selection);
        await desk.SettleAsync("liftRestriction", desk.Lift(AwkwardCases.NordicLetters, request.Text("id")!));
        var lifted = await desk.PersonAsync(AwkwardCases.NordicLetters, Selection, "customer-service");

        // assert
        service.Text("id").ShouldBe(before.Text("id"));
        var name = service.At("profile.familyName");
        (name.Text("value"), name.Text("withheld.request")).ShouldBe((null, request.Text("id")));
        name.Text("withheld.reason")!.ShouldContain("Art. 18(1)(b)");
        rights.Text("profile.familyName.value").ShouldBe(before.Text("profile.familyName.value"));
        lifted.ToString().ShouldBe(before.ToString());
    }

    [Fact]
    public async Task RequestRestriction_Should_WithholdTheCategory_When_OneIsNamed()
    {
        // act
        var (request, service, lifted) = await RestrictAndLiftAsync(AwkwardCases.OpenInvoice, _ => new { categories = (string[])["billing"] });

        // assert
        request.NotAsked().Keys.ShouldBe(["crm", "barring", "call-recordings", "call-traffic", "web-analytics"], ignoreOrder: true);
        service.Items("restrictions").ShouldHaveSingleItem().Text("category").ShouldBe("billing");
        service.Texts("invoices.nodes", "number").ShouldAllBe(number => number == null);
        service.Text("profile.familyName.value").ShouldNotBeNull();
        lifted.Texts("invoices.nodes", "number").ShouldAllBe(number => number != null);
    }

    [Fact]
    public async Task RequestRestriction_Should_MarkTheRecord_When_OneIsNamed()
    {
        // act
        var (request, service, lifted) = await RestrictAndLiftAsync(
            AwkwardCases.ChangedName, person => new { records = (string?[])[person.Items("customers.nodes")[0].Text("id")] });

        // assert
        request.OutcomesOf("crm").ShouldBe(["VERIFIED"]);
        service.Items("customers.nodes").ShouldHaveSingleItem().Text("familyName").ShouldBeNull();
        service.Items("profile.familyName.held").ShouldContain(held => held.Text("source.id") == "billing" && held.Text("value") != null);
        lifted.Items("customers.nodes").ShouldHaveSingleItem().Text("familyName").ShouldNotBeNull();
    }

    [Fact]
    public async Task RequestRestriction_Should_BeTheHubsAlone_When_OneFieldIsNamed()
    {
        // act
        var (request, service, lifted) = await RestrictAndLiftAsync(
            AwkwardCases.ThreeEmails, person => new { refs = (string?[])[person.FieldOf("customers", "givenNames").Text("ref")] });

        // assert
        var item = request.TaskOf("crm").Items("items").ShouldHaveSingleItem();
        (item.Text("outcome"), item.Text("reason")).ShouldBe(("HUB_ENFORCED_ONLY", "The source restricts whole records only."));
        var customer = service.Items("customers.nodes").ShouldHaveSingleItem();
        (customer.Text("givenNames"), customer.Text("familyName") is null).ShouldBe((null, false));
        lifted.Items("customers.nodes").ShouldHaveSingleItem().Text("givenNames").ShouldNotBeNull();
    }

    [Fact]
    public async Task LiftRestriction_Should_BeRefused_When_NobodyWasTold()
    {
        // arrange
        var request = await desk.SettleAsync("requestRestriction", desk.Restriction(AwkwardCases.TwoNumbersFirst, new { all = true }));
        var tomorrow = TimeProvider.System.GetUtcNow().AddDays(1);

        // act
        var early = await desk.RefusedAsync("liftRestriction", desk.Lift(AwkwardCases.TwoNumbersFirst, request.Text("id")!, tomorrow));
        var unknown = await desk.RefusedAsync("liftRestriction", desk.Lift(AwkwardCases.TwoNumbersFirst, Guid.NewGuid().ToString()));

        // assert
        early.ShouldHaveSingleItem().ShouldBe(
            ("RequestRefusedError", "Say when the person was told that the restriction ends: a time that is past (GDPR Art. 18(3))."));
        unknown.ShouldHaveSingleItem().ShouldBe(("RequestRefusedError", "The register has no restriction of this id to lift."));
        (await MarkAsync(AwkwardCases.TwoNumbersFirst)).ShouldBe("1");
    }

    [Fact]
    public async Task RequestRestriction_Should_BeRefused_When_TheScopeIsUnknownOrErased()
    {
        // arrange
        var record = (await desk.PersonAsync(AwkwardCases.CrmOnly, Selection)).Items("customers.nodes")[0].Text("id");
        await desk.EraseAsync(AwkwardCases.CrmOnly);

        // act
        var categories = await desk.RefusedAsync(
            "requestRestriction", desk.Restriction(AwkwardCases.NoConsent, new { categories = (string[])["secrets", "identity", "lies"] }));
        var erasedPerson = await desk.RefusedAsync("requestRestriction", desk.Restriction(AwkwardCases.CrmOnly, new { all = true }));
        var erasedRecord = await desk.RefusedAsync(
            "requestRestriction", desk.Restriction(AwkwardCases.OwnEmail, new { records = (string?[])[record] }));

        // assert
        categories.Select(error => error.Type).ShouldBe(["UnknownScopeError", "UnknownScopeError"]);
        erasedPerson.ShouldHaveSingleItem().Type.ShouldBe("NothingHeldError");
        erasedRecord.ShouldHaveSingleItem().Type.ShouldBe("NothingHeldError");
    }

    private async Task<(JsonElement Request, JsonElement Service, JsonElement Lifted)> RestrictAndLiftAsync(
        string customer, Func<JsonElement, object> scopeOf)
    {
        var scope = scopeOf(await desk.PersonAsync(customer, Selection));
        var request = await desk.SettleAsync("requestRestriction", desk.Restriction(customer, scope));
        var service = await desk.PersonAsync(customer, Selection, "customer-service");
        var lift = await desk.SettleAsync("liftRestriction", desk.Lift(customer, request.Text("id")!));
        lift.Text("status").ShouldBe("DONE");
        return (request, service, await desk.PersonAsync(customer, Selection, "customer-service"));
    }

    private async Task<string> MarkAsync(string customer) =>
        (await OutsideTools.QueryAsync(systems.Crm, $"select processing_restricted from customer where customer_id = '{customer}'")).Single();

    private async Task<int> ExcludedAsync()
    {
        var list = Path.Combine(systems.WebLogs, "excluded-visits.csv");
        return File.Exists(list) ? (await OutsideTools.ZgrepAsync("aaaaaaaa000000000000000000010001", [list])).Count : 0;
    }

    private bool IsAt(string path) => File.Exists(Path.Combine(systems.Recordings, path));
}
