using System.Text.Json;
using Microsoft.Data.Sqlite;
using PersonalDataHub.DemoSources.Telecom;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Requests.Durability;

/// <summary>A mistaken merge that is separated while a request runs stops what is not done yet.</summary>
public sealed class SeparationTests
{
    [Fact]
    public async Task SeparateIdentities_Should_StopTheErasure_When_TheMergeWasAMistake()
    {
        // arrange
        var ledger = default(LedgerSource);
        await using var hub = await CrmHub.StartAsync((data, register, plugins) =>
        {
            LedgerRegister.InstallConnector(plugins);
            ledger = new LedgerSource(data, "ledger");
            ledger.Configure(register, persons: 10, issuer: "crm");
            ledger.Switch("down 1000000");
            ForgetBirth(Path.Combine(data, "telecom", "crm.db"), AwkwardCases.FamilySecond);
        });
        var (registrant, second) = await MergeAsync(hub);
        var request = await hub.Desk.RequestErasureAsync(AwkwardCases.FamilyFirst);
        await hub.Desk.ApproveAsync(request);
        await hub.Desk.UntilAsync(request, now => now.WaitsAt("ledger", "SOURCE_DOWN") && now.TaskAt("crm").Text("state") == "FINAL");

        // act
        await hub.Desk.DecideAsync("separateIdentities", registrant, "identity", second);
        var stopped = await hub.Desk.UntilAsync(
            request, now => now.Text("status") == "NEEDS_PERSON" && now.TaskAt("ledger").Text("state") == "FINAL");
        ledger!.Switch();
        await EraseAsync(hub, AwkwardCases.CenturySignHyphen);

        // assert
        stopped.OutcomesAt("ledger").ShouldBe(["CANCELLED"]);
        stopped.Text("reason")!.ShouldContain("crm, customer: 2");
        stopped.OutcomesAt("crm").ShouldBe(["VERIFIED"]);
        (await ledger.EffectsAsync()).ShouldBe(2, "What was erased at the ledger later was another person's.");
    }

    private static async Task EraseAsync(CrmHub hub, string customer)
    {
        var request = await hub.Desk.RequestErasureAsync(customer);
        await hub.Desk.ApproveAsync(request);
        await hub.Desk.UntilStatusAsync(request, "DONE");
    }

    /// <summary>Takes two customers who share an e-mail address for one.</summary>
    private static async Task<(string? Registrant, string? Second)> MergeAsync(CrmHub hub)
    {
        const string People = "candidates { id value reason } registrant { id identities { id value } }";
        var found = await hub.Desk.FindAsync(AwkwardCases.FamilyFirst, People);
        await hub.Desk.DecideAsync("confirmIdentityLink", found.Text("registrant.id"), "candidate", IdOf(found.Items("candidates")));
        var merged = await hub.Desk.FindAsync(AwkwardCases.FamilyFirst, People);
        merged.Items("candidates").ShouldBeEmpty(merged.ToString());
        return (merged.Text("registrant.id"), IdOf(merged.Items("registrant.identities")));
    }

    // Where two identity codes or dates of birth tell people apart, nobody merges them by mistake.
    private static void ForgetBirth(string database, string customer)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"UPDATE customer SET identity_code = NULL, birth_date = NULL WHERE customer_id = '{customer}'";
        command.ExecuteNonQuery().ShouldBe(1);
    }

    private static string? IdOf(IEnumerable<JsonElement> identities) =>
        identities.First(one => one.Text("value") == AwkwardCases.FamilySecond).Text("id");
}
