using System.Text.Json;
using Microsoft.Data.Sqlite;
using PersonalDataHub.DemoSources.SocialCare;
using PersonalDataHub.Hub.FunctionalTests.Connectors;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Retention;

/// <summary>The social-care register as its notice has it: hand over at the end, receipt, and a case system clear in two weeks.</summary>
public sealed class SocialCareTests
{
    private const string Register = "social-care";

    [Fact]
    [Requirement("S2-33")]
    [Requirement("S2-34")]
    public async Task CaseSystem_Should_BeClearAfterTheReceiptOnly_When_TheRelationshipEndedLongAgo()
    {
        // arrange
        await using var hub = await TestHub.StartAsync([Register]);
        var person = (await hub.DataAsync(
            $$"""{ findRegistrant(register: "{{Register}}", by: { customerId: "{{SocialCareCases.Overdue}}" }, waitAtMost: "PT30S") { registrant { id } } }"""))
            .Text("findRegistrant.registrant.id")!;

        // act: nothing goes without a receipt, and its lack is told
        var first = await SweepAsync(hub);
        var explained = (await hub.DataAsync(
            $$"""{ retention(register: "{{Register}}", of: { id: "{{person}}" }) { relationship { status endsOn steps } fields { source end { rule eraseFrom steps { text } } } } }"""))
            .At("retention");
        var late = (await hub.DataAsync($$"""{ handOvers(register: "{{Register}}", alarm: true) { id registrant recipient step alarm eraseFrom } }"""))
            .Items("handOvers").Single(one => one.Text("registrant") == person);
        var before = Cases(hub);
        await MutateAsync(hub, "recordHandOver", $"handOver: \"{late.Text("id")}\"", "handOver { step }");
        var transferred = Cases(hub);
        var receipt = await MutateAsync(
            hub, "confirmHandOverReceipt", $"handOver: \"{late.Text("id")}\", reference: \"R-77\"", "handOver { step receiptReference receiptBy }");
        var second = await SweepAsync(hub);
        foreach (var id in second.Items("bulks"))
        {
            var bulk = (await hub.DataAsync($$"""{ erasures(id: "{{id.GetString()}}") { hash persons status } }""")).At("erasures");
            if (bulk.Text("status") == "AWAITING_APPROVAL")
            {
                await MutateAsync(hub, "approveErasures", $"bulk: \"{id.GetString()}\", hash: \"{bulk.Text("hash")}\", persons: {bulk.At("persons").GetInt32()}", "bulkErasure { status }");
            }
        }

        var cleared = (await Patience.UntilAsync(() => Task.FromResult(Cases(hub)), count => count == 0)).Answer;

        // assert
        first.Items("lines").ShouldNotContain(line => line.Text("source") == "cases" || line.Text("recordType") == "customer");
        first.Items("notes").ShouldContain(note => note.GetString()!.Contains("without a receipt"));
        explained.Text("relationship.status").ShouldBe("ENDED");
        explained.Items("fields").ShouldContain(field => field.Text("source") == "cases" && field.Text("end.rule") == "case-system");
        (late.Text("recipient"), late.Text("step")).ShouldBe(("social-authority", "TRANSFER"));
        (before, transferred).ShouldBe((1, 1));
        (receipt.Text("handOver.step"), receipt.Text("handOver.receiptReference")).ShouldBe(("RECEIPT_CONFIRMED", "R-77"));

        // What the first sweep planned waited for the receipt and went on by itself, or the second planned it.
        cleared.ShouldBe(0);
    }

    [Fact]
    public async Task LegalHold_Should_KeepEverythingOfOnePerson_When_AnErasureIsAskedFor()
    {
        // arrange
        await using var hub = await TestHub.StartAsync([Register]);
        var hold = (await MutateAsync(
            hub,
            "setLegalHold",
            $$"""register: "{{Register}}", hold: { registrant: { customerId: "{{SocialCareCases.Cleared}}" }, reason: "A claim.", reviewOn: "2099-01-01" }""",
            "legalHold { id reason setBy }")).At("legalHold");

        // act
        var listed = (await hub.DataAsync($$"""{ legalHolds(register: "{{Register}}") { id reviewOn } }""")).Items("legalHolds");
        var plan = (await hub.DataAsync(
            $$"""
            mutation { requestErasure(input: { register: "{{Register}}", scope: { all: true }, ground: CONSENT_WITHDRAWN, header: {
              clientRequestKey: "one", registrant: { customerId: "{{SocialCareCases.Cleared}}" }, receivedAt: "2026-11-02T09:00:00Z", channel: EMAIL } }) {
              dataSubjectRequest { plan { items { source fate article liftedBy } } } errors { ... on Error { message } } } }
            """)).At("requestErasure.dataSubjectRequest.plan");

        // assert
        hold.Text("reason").ShouldBe("A claim.");
        listed.ShouldHaveSingleItem().Text("id").ShouldBe(hold.Text("id"));
        plan.Items("items").ShouldNotBeEmpty();
        plan.Items("items").ShouldAllBe(item => item.Text("fate") == "RETAIN");
        plan.Items("items").ShouldContain(item => item.Text("article") == "GDPR Art. 17(3)(e)" && item.Text("liftedBy") == "The lifting of the legal hold");
    }

    // On a busy machine it goes on when the call has ended.
    private static async Task<JsonElement> SweepAsync(TestHub hub)
    {
        await MutateAsync(hub, "sweepRetention", $"register: \"{Register}\", dryRun: false", "retentionSweep { id }");
        return (await Patience.UntilAsync(
            async () => (await hub.DataAsync(
                $$"""{ retentionSweeps(register: "{{Register}}", first: 1) { status due unknown stopReason bulks notes lines { source recordType rule reason } } }"""))
                .Items("retentionSweeps")[0],
            sweep => sweep.Text("status") != "RUNNING")).Answer;
    }

    private static async Task<JsonElement> MutateAsync(TestHub hub, string mutation, string arguments, string selection)
    {
        var payload = (await hub.DataAsync($$"""mutation { {{mutation}}(input: { {{arguments}} }) { {{selection}} errors { ... on Error { message } } } }""")).At(mutation);
        payload.At("errors").ValueKind.ShouldBe(JsonValueKind.Null, payload.ToString());
        return payload;
    }

    private static long Cases(TestHub hub)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(hub.DataDirectory, Register, "cases.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"select count(*) from care_client where client_id = '{SocialCareCases.Overdue}'";
        return (long)command.ExecuteScalar()!;
    }
}
