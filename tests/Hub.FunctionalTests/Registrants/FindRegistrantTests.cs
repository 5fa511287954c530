using System.Text.Json;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Registrants;

/// <summary>The unified view of one person; run once per kind of database.</summary>
public abstract class FindRegistrantTests(SharedHub shared)
{
    private const string Everything = """
        conclusive
        sources { source { id } status asOf }
        registrant {
          id
          profile {
            familyName { value agreement }
            emails { value agreement }
            postalAddresses { value agreement held { ref tag value source { id } passport { storedAt observedAt origin policy { category purposes } } } }
          }
          invoices { complete missing { status } nodes { number total status rows { description amount } source { id } } }
          callRecords { complete nodes { startedAt duration recording { contentType address } } }
          visits { complete nodes { startedAt entryPage } }
          contracts { nodes { product } }
          trafficEvents { nodes { startedAt } }
          serviceBarrings { nodes { service } }
        }
        """;

    [Fact]
    [Requirement("S3-48")]
    [Requirement("S3-25")]
    public async Task FindRegistrant_Should_AnswerFromEverySource_When_AskedByCustomerId()
    {
        // act
        var search = await shared.Hub.FindAsync(new { customerId = "10001" }, Everything);

        // assert
        search.Statuses().ShouldBe(
            new Dictionary<string, string?>
            {
                ["crm"] = "ANSWERED", ["billing"] = "ANSWERED", ["call-recordings"] = "ANSWERED", ["web-analytics"] = "ANSWERED",
                ["call-traffic"] = "ANSWERED", ["barring"] = "ANSWERED",
            },
            ignoreOrder: true);
        search.At("conclusive").GetBoolean().ShouldBeTrue();
        search.Items("registrant.invoices.nodes").ShouldNotBeEmpty();
        search.Items("registrant.callRecords.nodes").ShouldNotBeEmpty();
        search.Items("registrant.visits.nodes").ShouldNotBeEmpty();
    }

    [Fact]
    [Requirement("S0-28")]
    public async Task FindRegistrant_Should_ShowConflictWithPassports_When_AddressesDiffer()
    {
        // act
        var search = await shared.Hub.FindAsync(new { customerId = "10001" }, Everything);

        // assert
        var address = search.Items("registrant.profile.postalAddresses").ShouldHaveSingleItem();
        address.Text("agreement").ShouldBe("CONFLICT");
        address.Texts("held", "source.id").ShouldBe(["crm", "billing"], ignoreOrder: true);
        address.Items("held").ShouldAllBe(held =>
            (held.Text("passport.storedAt") ?? held.Text("passport.observedAt")) != null && held.Text("passport.policy.category") == "contact" && held.Text("ref") != held.Text("tag"));
        search.Items("registrant.profile.emails").Count.ShouldBe(2);
    }

    [Fact]
    public async Task FindRegistrant_Should_AskOnlySourcesNeeded_When_OneListIsSelected()
    {
        // act
        var search = await shared.Hub.FindAsync(
            new { customerId = "10001" }, "sources { source { id } status } registrant { invoices { nodes { number } } }");

        // assert
        search.Statuses()["call-recordings"].ShouldBe("NOT_ASKED");
        search.Statuses()["web-analytics"].ShouldBe("NOT_ASKED");
        search.Statuses()["billing"].ShouldBe("ANSWERED");
    }

    [Fact]
    public async Task FindRegistrant_Should_GiveEveryRecordOnce_When_PagedAcrossSources()
    {
        // arrange
        const string Page = "registrant { records(first: 3, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }";
        var all = (await shared.Hub.FindAsync(new { customerId = "10001" }, "registrant { records(first: 100) { nodes { id } } }"))
            .Texts("registrant.records.nodes", "id");

        // act
        var paged = new List<string?>();
        string? after = null;
        do
        {
            var query = $$"""
                query($by: RegistrantKey!, $after: String) { findRegistrant(register: "telecom", by: $by, waitAtMost: "PT10S") { {{Page}} } }
                """;
            var data = await shared.Hub.DataAsync(query, new { by = new { customerId = "10001" }, after });
            paged.AddRange(data.Texts("findRegistrant.registrant.records.nodes", "id"));
            var info = data.At("findRegistrant.registrant.records.pageInfo");
            after = info.GetProperty("hasNextPage").GetBoolean() ? info.Text("endCursor") : null;
        }
        while (after is not null);

        // assert
        paged.ShouldBe(all);
        paged.Distinct().Count().ShouldBe(paged.Count);
        paged.Count.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task FindRegistrant_Should_BeStable_When_AskedTwice()
    {
        var first = await shared.Hub.FindAsync(new { customerId = "10001" }, "registrant { id records(first: 100) { nodes { id fields { ref tag } } } }");
        var second = await shared.Hub.FindAsync(new { customerId = "10001" }, "registrant { id records(first: 100) { nodes { id fields { ref tag } } } }");

        second.ToString().ShouldBe(first.ToString());
    }

    [Fact]
    public async Task FindRegistrant_Should_FindBySameId_When_AskedByTheHubsOwnId()
    {
        // arrange
        var id = (await shared.Hub.FindAsync(new { customerId = "10001" }, "registrant { id }")).Text("registrant.id");

        // act
        var search = await shared.Hub.FindAsync(new { id }, "registrant { id profile { familyName { value } } }");

        // assert
        search.Text("registrant.id").ShouldBe(id);
        search.Text("registrant.profile.familyName.value").ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task FindRegistrant_Should_WithholdCategories_When_PurposeMayNotSeeThem()
    {
        // act
        var answer = await shared.Hub.SendAsync(
            """
            query { findRegistrant(register: "telecom", by: { customerId: "10001" }, waitAtMost: "PT10S") {
              sources { source { id } status }
              registrant { visits { complete nodes { startedAt } } serviceNotes { nodes { id } } invoices { nodes { number } } }
            } }
            """,
            purpose: "invoicing");

        // assert
        var search = answer.At("data.findRegistrant");
        search.Statuses()["web-analytics"].ShouldBe("WITHHELD");
        search.Items("registrant.visits.nodes").ShouldBeEmpty();
        search.At("registrant.visits.complete").GetBoolean().ShouldBeFalse();
        search.Items("registrant.serviceNotes.nodes").ShouldBeEmpty();
        search.Items("registrant.invoices.nodes").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task FindRegistrant_Should_SayNobodyConclusively_When_CustomerIsUnknown()
    {
        var search = await shared.Hub.FindAsync(new { customerId = "99999" }, "conclusive candidates { id } registrant { id profile { familyName { value } } }");

        search.At("registrant").ValueKind.ShouldBe(JsonValueKind.Null);
        search.At("conclusive").GetBoolean().ShouldBeTrue();
        search.Items("candidates").ShouldBeEmpty();
    }
}
