using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Connectors;

/// <summary>Numbers about many people beside the demo sources: they are told as numbers and never joined with a person.</summary>
public sealed class AggregateSourceTests : IAsyncLifetime
{
    private TestHub hub = null!;

    public async ValueTask InitializeAsync() => hub = await TestHub.StartAsync((data, config, _) =>
    {
        Directory.CreateDirectory(Path.Combine(data, "statistics"));
        File.WriteAllLines(
            Path.Combine(data, "statistics", "demographics-2026-10.csv"),
            ["date,dimension,value,visitors", "2026-10-01,age,35-44,30", "2026-10-01,age,85-94,2", "2026-10-01,age,75-84,3"]);
        File.WriteAllText(
            Path.Combine(config, "telecom", "web-statistics.yaml"),
            """
            connector: web-statistics
            name: Web statistics
            operator: { role: processor, recipient: statistics-service, agreement: DPA-2026-14 }
            thirdPartyNotice: https://example.org/privacy
            settings: { folder: statistics }
            """);
    });

    public ValueTask DisposeAsync() => hub.DisposeAsync();

    [Fact]
    [Requirement("S1-40"), Requirement("S1-42"), Requirement("S2-49"), Requirement("S2-51"), Requirement("S4-37"), Requirement("S4-38")]
    public async Task Statistics_Should_TellNumbersWithoutSmallOnes_When_ASourceHoldsThem()
    {
        var data = await hub.DataAsync("""
            { sources(register: "telecom") { id aggregateOnly statistics(from: "2026-10-01", to: "2026-10-31") { smallestNumber failure { message } rows { measure value count } } } }
            """);

        var sources = data.Items("sources").ToDictionary(source => source.Text("id")!);
        sources["crm"].At("aggregateOnly").GetBoolean().ShouldBeFalse();
        sources["crm"].At("statistics").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        var statistics = sources["web-statistics"].At("statistics");
        statistics.At("smallestNumber").GetInt32().ShouldBe(5);
        statistics.Items("rows").Select(row => $"{row.Text("measure")} {row.Text("value")} {row.At("count").GetInt64()}").ShouldBe(["age 35-44 30", "age other 5"]);
    }

    [Fact]
    [Requirement("S1-41"), Requirement("S2-50")]
    public async Task FindRegistrant_Should_NotAskTheSource_When_APersonIsLookedUp()
    {
        var answer = await hub.FindAsync(
            new { customerId = "10001" }, "registrant { records { complete } } sources { source { id } status reason }");

        var reading = answer.Items("sources").Single(reading => reading.Text("source.id") == "web-statistics");
        reading.Text("status").ShouldBe("NOT_ASKED");
        reading.Text("reason").ShouldBe("It holds numbers about many people only, which are never joined with a single person.");
        answer.Items("sources").Where(other => other.Text("source.id") != "web-statistics").ShouldAllBe(other => other.Text("reason") == null);
    }

    [Fact]
    [Requirement("S1-41"), Requirement("S2-50")]
    public async Task FindRegistrant_Should_RefuseAndWriteItDown_When_AggregatesAreToBeJoinedWithAPerson()
    {
        // act
        var answer = await hub.SendAsync("""
            { findRegistrant(register: "telecom", by: { customerId: "10001" }) { registrant { records(source: "web-statistics") { nodes { id } } } } }
            """);

        // assert
        answer.Items("errors").ShouldHaveSingleItem().Text("extensions.code").ShouldBe("AGGREGATE_ONLY");
        var entries = await hub.Service<AuditTrail>().ReadAsync(null, TestContext.Current.CancellationToken)
            .Where(entry => entry.Intent.Operation == "joinAggregates").ToListAsync(TestContext.Current.CancellationToken);
        entries.Count.ShouldBe(2);
        entries[0].Outcome.ShouldBeNull();
        entries[1].Outcome!.Outcome.ShouldBe("refused");
        entries[1].Outcome!.Sources.ShouldBe([new("web-statistics", "NotAsked", 0)]);
        entries[1].Intent.Actor.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    [Requirement("S1-41"), Requirement("S2-50")]
    public async Task Read_Should_NotReachTheConnector_When_TheHubItselfWouldAsk()
    {
        using var lease = hub.Service<CatalogHolder>().Lease();
        var source = lease.Catalog.FindSource("telecom", "web-statistics")!;

        var call = await hub.Service<SourceInvoker>().ReadAsync(
            source, new() { Identities = [new(IdentityKinds.CustomerNumber, "10001", "crm")], RecordTypes = [] }, TestContext.Current.CancellationToken);

        call.Status.ShouldBe(CallStatus.Failed);
        call.Failure!.Message.ShouldBe("The source is aggregate-only; nobody is looked up in it.");
    }
}
