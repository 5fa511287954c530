using System.Net;
using System.Text.Json;
using PersonalDataHub.DemoSources.Telecom;
using PersonalDataHub.Hub.FunctionalTests.Hosting;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Registrants.Restrictions;

namespace PersonalDataHub.Hub.FunctionalTests.Registrants;

/// <summary>A restricted person is found; the values are withheld from every purpose that may not use them, and told why.</summary>
public sealed class RestrictionTests(SharedHub shared) : IClassFixture<SharedHub>
{
    private const string Selection = """
        registrant {
          id
          restrictions { ground since scope category request }
          identities { kind value withheld { ground } }
          profile {
            familyName { value agreement withheld { reason ground since request } held { ref tag value withheld { request } source { id } } }
            emails { value agreement }
          }
          customers { withheld { request } nodes { customerNumber familyName storedAt fields { name value tag withheld { request } } } }
          invoices { withheld { request } nodes { number } }
        }
        """;

    private readonly TestHub hub = shared.Hub;

    [Fact]
    public async Task FindRegistrant_Should_WithholdEverything_When_ThePersonIsRestricted()
    {
        // arrange
        var before = await FindAsync(AwkwardCases.ThreeEmails);
        var request = await RestrictAsync(before.Text("id")!, new RestrictedPart.Person());

        // act
        var person = await FindAsync(AwkwardCases.ThreeEmails);
        var rights = await FindAsync(AwkwardCases.ThreeEmails, "data-subject-rights");
        var claims = await FindAsync(AwkwardCases.ThreeEmails, "debt-collection");
        await LiftAsync(request);
        var lifted = await FindAsync(AwkwardCases.ThreeEmails);

        // assert
        person.Text("id").ShouldBe(before.Text("id"));
        var restriction = person.Items("restrictions").ShouldHaveSingleItem();
        (restriction.Text("ground"), restriction.Text("scope"), restriction.Text("request"))
            .ShouldBe(("ACCURACY_CONTESTED", "PERSON", request.ToString()));
        NothingShown(person, request);
        Shown(rights).ShouldBe(Shown(before));
        Shown(claims).ShouldBe(Shown(before));
        Shown(lifted).ShouldBe(Shown(before));
    }

    [Fact]
    public async Task FindRegistrant_Should_WithholdTheFieldOnly_When_OneFieldIsRestricted()
    {
        // arrange
        var before = await FindAsync(AwkwardCases.ChangedName);
        var request = await RestrictAsync(
            before.Text("id")!, new RestrictedPart.Held("crm", new("customer", AwkwardCases.ChangedName, "familyName")));

        // act
        var person = await FindAsync(AwkwardCases.ChangedName);
        await LiftAsync(request);

        // assert
        var name = person.At("profile.familyName");
        var (crm, billing) = (name.Items("held")[0], name.Items("held")[1]);
        (crm.Text("value"), crm.Text("tag"), crm.Text("withheld.request")).ShouldBe((null, null, request.ToString()));
        (name.Text("value"), name.Text("agreement")).ShouldBe((billing.Text("value"), "SINGLE"));
        before.Text("profile.familyName.agreement").ShouldBe("CONFLICT");
        var customer = person.Items("customers.nodes").ShouldHaveSingleItem();
        (customer.Text("familyName"), customer.Text("customerNumber")).ShouldBe((null, AwkwardCases.ChangedName));
    }

    [Fact]
    public async Task FindRegistrant_Should_WithholdTheCategoryOnly_When_OneIsRestricted()
    {
        // arrange
        var before = await FindAsync(AwkwardCases.OpenInvoice);
        var request = await RestrictAsync(before.Text("id")!, new RestrictedPart.Category("billing"));

        // act
        var person = await FindAsync(AwkwardCases.OpenInvoice);
        await LiftAsync(request);

        // assert
        person.Texts("invoices.withheld", "request").ShouldBe([request.ToString()]);
        person.Texts("invoices.nodes", "number").ShouldAllBe(number => number == null);
        before.Texts("invoices.nodes", "number").ShouldAllBe(number => number != null);
        person.Text("profile.familyName.value").ShouldBe(before.Text("profile.familyName.value"));
        person.Items("customers.withheld").ShouldBeEmpty();
    }

    [Fact]
    public async Task Recording_Should_BeRefused_When_ItIsRestrictedFromThePurpose()
    {
        // arrange
        var id = (await FindAsync(AwkwardCases.ShownFirst)).Text("id")!;
        var (service, rights) = (await RecordingAsync("customer-service"), await RecordingAsync("data-subject-rights"));
        var request = await RestrictAsync(id, new RestrictedPart.Category("recordings"));

        // act
        using var refused = await hub.Http.GetAsync(new Uri(service, UriKind.Relative));
        using var allowed = await hub.Http.GetAsync(new Uri(rights, UriKind.Relative));
        await LiftAsync(request);
        using var lifted = await hub.Http.GetAsync(new Uri(service, UriKind.Relative));

        // assert
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        refused.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await refused.Content.ReadAsStringAsync()).ShouldContain("Art. 18(1)(a)");
        allowed.StatusCode.ShouldBe(HttpStatusCode.OK);
        lifted.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static void NothingShown(JsonElement person, Guid request)
    {
        var name = person.At("profile.familyName");
        (name.Text("value"), name.Text("agreement"), name.Text("withheld.request")).ShouldBe((null, "WITHHELD", request.ToString()));
        person.Items("profile.emails").ShouldHaveSingleItem().Text("value").ShouldBeNull();
        person.Texts("identities", "value").ShouldAllBe(value => value == null);
        var customer = person.Items("customers.nodes").ShouldHaveSingleItem();
        new[] { customer.Text("customerNumber"), customer.Text("familyName"), customer.Text("storedAt") }.ShouldAllBe(value => value == null);
        customer.Items("fields").ShouldAllBe(field =>
            field.Text("value") == null && field.Text("tag") == null && field.Text("withheld.request") == request.ToString());
    }

    // What the CRM tells; which other sources are asked is for the purpose to say.
    private static string Shown(JsonElement person) => string.Join(
        '\n', person.At("profile.familyName.value"), person.At("profile.emails")[0], person.At("customers.nodes")[0].At("fields"));

    private async Task<JsonElement> FindAsync(string customer, string purpose = "customer-service")
    {
        var query = $$"""{ findRegistrant(register: "telecom", by: { customerId: "{{customer}}" }, waitAtMost: "PT10S") { {{Selection}} } }""";
        var answer = await hub.SendAsync(query, purpose: purpose);
        answer.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
        return answer.At("data.findRegistrant.registrant");
    }

    private async Task<string> RecordingAsync(string purpose)
    {
        const string query = """
            { findRegistrant(register: "telecom", by: { customerId: "10001" }, waitAtMost: "PT10S") {
              registrant { callRecords { missing { status source { id } } nodes { recording { address } } } } } }
            """;
        var answer = await hub.SendAsync(query, purpose: purpose);
        answer.Items("data.findRegistrant.registrant.callRecords.missing").ShouldBeEmpty(answer.ToString());
        return answer.Items("data.findRegistrant.registrant.callRecords.nodes")
            .Select(node => node.At("recording")).First(recording => recording.ValueKind == JsonValueKind.Object).Text("address")!;
    }

    private async Task<Guid> RestrictAsync(string registrant, RestrictedPart part)
    {
        var request = Guid.NewGuid();
        await hub.Service<WriteGate>().WriteAsync(
            (db, ct) => hub.Service<RestrictionBook>().AddAsync(
                db, "telecom", Guid.Parse(registrant), request, RestrictionGround.AccuracyContested, part, ct),
            CancellationToken.None);
        return request;
    }

    private Task LiftAsync(Guid request) => hub.Service<WriteGate>().WriteAsync(
        (db, ct) => hub.Service<RestrictionBook>().LiftAsync(db, request, DateTimeOffset.UtcNow.AddMinutes(-1), "anna", ct), CancellationToken.None);
}
