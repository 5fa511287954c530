using Microsoft.Data.Sqlite;
using PersonalDataHub.DemoSources.Telecom;
using PersonalDataHub.Hub.FunctionalTests.Connectors;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Requests.Durability;

/// <summary>Erased data that comes back is recognised and brought before a person.</summary>
public sealed class RecurrenceTests
{
    [Fact]
    [Requirement("S1-58")]
    public async Task FindRegistrant_Should_OpenALinkedErasure_When_TheCrmIsRestoredFromLastNight()
    {
        // arrange
        await using var hub = await CrmHub.StartAsync();
        var copy = $"{hub.Database}.night";
        Copy(hub.Database, copy);
        var erasure = await EraseAsync(hub, await hub.Desk.RequestErasureAsync(AwkwardCases.CrmOnly));
        var afterErasure = await hub.CustomersAsync(AwkwardCases.CrmOnly);

        // act
        Copy(copy, hub.Database);
        var opened = await SeeAgainAsync(hub);
        await hub.Desk.FindAsync(AwkwardCases.CrmOnly, "registrant { id }");
        var listed = await hub.Desk.ListAsync(AwkwardCases.CrmOnly);
        var done = await EraseAsync(hub, opened);

        // assert
        (opened.Text("status"), opened.Text("recurrenceSource"), opened.Text("recurrenceOf"))
            .ShouldBe(("AWAITING_APPROVAL", "crm", erasure.Text("id")));
        listed.Select(one => one.Text("id")).Order().ShouldBe(new[] { erasure.Text("id"), opened.Text("id") }.Order());
        done.OutcomesAt("crm").ShouldBe(["VERIFIED"]);
        (afterErasure, await hub.CustomersAsync(AwkwardCases.CrmOnly)).ShouldBe((0, 0));
    }

    private static async Task<System.Text.Json.JsonElement> EraseAsync(CrmHub hub, System.Text.Json.JsonElement request)
    {
        await hub.Desk.ApproveAsync(request);
        return await hub.Desk.UntilStatusAsync(request, "DONE");
    }

    /// <summary>Searches once, and waits for the request that this opens.</summary>
    private static async Task<System.Text.Json.JsonElement> SeeAgainAsync(CrmHub hub)
    {
        await hub.Desk.FindAsync(AwkwardCases.CrmOnly, "registrant { id }");
        var (requests, _) = await Patience.UntilAsync(() => hub.Desk.ListAsync(AwkwardCases.CrmOnly), listed => listed.Count > 1);
        return requests.Single(one => one.Text("recurrenceOf") is not null);
    }

    // As a backup is put back beneath programs that have the file open: page by page, not by another file of the same name.
    private static void Copy(string from, string to)
    {
        using var source = new SqliteConnection($"Data Source={from};Pooling=False");
        using var target = new SqliteConnection($"Data Source={to};Pooling=False");
        source.Open();
        target.Open();
        source.BackupDatabase(target);
    }
}
