using System.Text.Json;
using PersonalDataHub.DemoSources.Telecom;
using PersonalDataHub.Hub.FunctionalTests.Connectors;
using PersonalDataHub.Hub.FunctionalTests.Hosting;
using PersonalDataHub.Hub.FunctionalTests.Requests;

namespace PersonalDataHub.Hub.FunctionalTests.Retention;

/// <summary>A sweep of the telecom register finds also who became a customer once and was never heard of again.</summary>
public sealed class TelecomSweepTests
{
    private const string Silent = AwkwardCases.CrmOnly;

    [Fact]
    [Requirement("S3-61")]
    public async Task Sweep_Should_ListWhoWasNeverInTouchAgain_When_TheCrmAloneKnowsThem()
    {
        // arrange: nobody else, so that the sweep is short
        await using var hub = await TestHub.StartAsync((data, _, _) =>
        {
            var systems = new DemoSystems(data);
            string[] contacts = ["service_note", "marketing_permission", "order_event", "customer_remark"];
            OutsideTools.QueryAsync(systems.Crm, $"""
                {string.Concat(contacts.Select(table => $"delete from {table};"))}
                delete from customer where customer_id <> '{Silent}';
                update customer set created_at = '2015-01-10 10:00:00+02', updated_at = '2015-01-10 10:00:00+02';
                """).GetAwaiter().GetResult();
            OutsideTools.QueryAsync(systems.Billing, "delete from contract; delete from invoice_row; delete from payment; delete from collection_case; delete from invoice; delete from account;")
                .GetAwaiter().GetResult();
        });

        // act
        var sweep = await SweepAsync(hub);
        var person = (await hub.DataAsync(
            $$"""{ retention(register: "telecom", of: { customerId: "{{Silent}}" }) { relationship { status endsOn } } }""")).At("retention");

        var passports = (await hub.FindAsync(
            new { customerId = Silent },
            "registrant { records(first: 20) { nodes { recordType fields { name passport { kept { standing keptThrough rule steps } } } } } }",
            wait: "PT30S")).Items("registrant.records.nodes");

        // assert
        (person.Text("relationship.status"), person.Text("relationship.endsOn")).ShouldBe(("ENDED", "2016-01-10"));
        var line = sweep.Items("lines").Single(line => line.Text("source") == "crm" && line.Text("recordType") == "customer");
        (line.At("persons").GetInt32(), line.Text("rule"), line.Text("dueSince")).ShouldBe((1, "basis-end", "2016-01-10"));
        var kept = passports.Where(record => record.Text("recordType") == "customer").SelectMany(record => record.Items("fields"))
            .Single(field => field.Text("name") == "familyName").At("passport.kept");
        kept.Items("steps").ShouldContain(step => step.GetString()!.Contains("from the end of the relationship, 2016-01-10"));
        (kept.Text("standing"), kept.Text("rule"), kept.Text("keptThrough")).ShouldBe(("ENDS", "basis-end", "2016-01-09"));
    }

    private static async Task<JsonElement> SweepAsync(TestHub hub)
    {
        await hub.DataAsync("""mutation { sweepRetention(input: { register: "telecom", dryRun: true }) { retentionSweep { id } errors { ... on Error { message } } } }""");
        return (await Patience.UntilAsync(
            async () => (await hub.DataAsync(
                """{ retentionSweeps(register: "telecom", first: 1) { status due notes lines { source recordType rule persons dueSince } } }"""))
                .Items("retentionSweeps")[0],
            sweep => sweep.Text("status") != "RUNNING")).Answer;
    }
}
