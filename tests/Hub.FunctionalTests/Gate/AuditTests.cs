using System.Text.Json;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Gate;

/// <summary>Whoever sees a person is written down, and the person is not.</summary>
[Collection(GateTests.Name)]
public sealed class AuditTests(GateHub shared)
{
    private readonly TestHub hub = shared.Hub;

    private AuditTrail Trail => hub.Service<AuditTrail>();

    [Fact]
    [Requirement("S0-16")]
    public async Task FindRegistrant_Should_LeaveIntentAndOutcome_When_APersonIsFound()
    {
        // arrange
        const string Query = """{ findRegistrant(register: "telecom", by: { customerId: "10001" }, waitAtMost: "PT10S") { registrant { id invoices { nodes { number } } } } }""";
        var before = await EntriesAsync();

        // act
        var answer = await hub.AskAsync(Query, key: shared.ToolKey, purposes: "invoicing");

        // assert
        var id = answer.Data.Text("findRegistrant.registrant.id")!;
        var (intent, end) = Pair((await EntriesAsync()).Skip(before.Count));
        intent.Intent.ShouldSatisfyAllConditions(
            () => intent.Intent.Actor.ShouldBe("invoicing-tool"),
            () => intent.Intent.Role.ShouldBe("tool"),
            () => intent.Intent.Register.ShouldBe("telecom"),
            () => intent.Intent.Purpose.ShouldBe("invoicing"),
            () => intent.Intent.Operation.ShouldBe("findRegistrant"));
        var outcome = end.Outcome.ShouldNotBeNull();
        outcome.Outcome.ShouldBe("answered");
        outcome.RegistrantToken.ShouldBe(Trail.TokenOf("telecom", Guid.Parse(id)));
        outcome.Records.ShouldBe(answer.Data.Items("findRegistrant.registrant.invoices.nodes").Count);
        outcome.Sources.ShouldContain(source => source.Source == "billing" && source.Records == outcome.Records);
        var written = JsonSerializer.Serialize<AuditEntry[]>([intent, end]);
        written.ShouldNotContain(id);
        written.ShouldNotContain("10001");
        (await Trail.VerifyAsync(null, CancellationToken.None)).IsIntact.ShouldBeTrue();
    }

    [Fact]
    public async Task FindRegistrant_Should_LeaveNobodysToken_When_NobodyIsFound()
    {
        // arrange
        var before = await EntriesAsync();

        // act
        await hub.AskPurposefullyAsync(Requests.ByKey, new { by = new { customerId = "99999" } });

        // assert
        var (_, end) = Pair((await EntriesAsync()).Skip(before.Count));
        end.Outcome!.Outcome.ShouldBe("nothingFound");
        end.Outcome.RegistrantToken.ShouldBeNull();
    }

    [Fact]
    public async Task FindRegistrant_Should_SayThatCodesWereRevealed_When_AnOfficerAsksForThem()
    {
        // arrange
        const string Query = """{ findRegistrant(register: "telecom", by: { customerId: "10001" }, waitAtMost: "PT10S", reveal: true) { registrant { customers { nodes { identityCode } } } } }""";
        var before = await EntriesAsync();

        // act
        var answer = await hub.AskPurposefullyAsync(Query);

        // assert
        answer.Data.Texts("findRegistrant.registrant.customers.nodes", "identityCode").ShouldBe(["010180-9004"]);
        Pair((await EntriesAsync()).Skip(before.Count)).Intent.Intent.Operation.ShouldBe("revealRegistrant");
    }

    private static (AuditEntry Intent, AuditEntry End) Pair(IEnumerable<AuditEntry> entries)
    {
        var written = entries.ToList();
        written.Count.ShouldBe(2);
        written[0].Outcome.ShouldBeNull();
        written[1].IntentId.ShouldBe(written[0].Id);
        return (written[0], written[1]);
    }

    private async Task<List<AuditEntry>> EntriesAsync() => await Trail.ReadAsync(null, CancellationToken.None).ToListAsync();
}
