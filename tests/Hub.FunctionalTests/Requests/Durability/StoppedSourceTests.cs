using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using PersonalDataHub.DemoSources.Telecom;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Requests.Durability;

/// <summary>A source that does not answer is waited for, visibly, and holds nobody else up.</summary>
public sealed class StoppedSourceTests
{
    private const string NewEmail = "new.address@example.org";
    private const string Emails = "registrant { id profile { emails { held { ref tag source { id } } } } }";

    [Fact]
    [Requirement("S0-50")]
    public async Task RequestErasure_Should_CompleteByItself_When_ASourceReturns()
    {
        // arrange
        await using var hub = await LedgerHub.StartAsync();
        hub.Archive.Switch("down 1000000");

        // act
        var request = await hub.Desk.RequestErasureAsync("10001");
        var waiting = await hub.Desk.UntilAsync(
            request, now => now.WaitsAt("archive", "SOURCE_DOWN") && now.TaskAt("ledger").Text("state") == "FINAL");
        hub.Archive.Switch();
        var done = await hub.Desk.UntilStatusAsync(request, "DONE");

        // assert
        waiting.Text("status").ShouldBe("RUNNING");
        waiting.TaskAt("archive").Text("failure").ShouldBe("The ledger is down.");
        waiting.TaskAt("archive").At("waitingUntil").ValueKind.ShouldBe(JsonValueKind.String);
        waiting.OutcomesAt("ledger").ShouldBe(["VERIFIED"]);
        done.OutcomesAt("archive").ShouldBe(["VERIFIED"]);
    }

    [Fact]
    public async Task RequestErasure_Should_HaveTheShareApproved_When_TheSourceWasNotReachedWhilePlanning()
    {
        // arrange
        await using var hub = await LedgerHub.StartAsync("required");
        hub.Archive.Switch("down");

        // act
        var request = await hub.Desk.RequestErasureAsync("10001");
        await hub.Desk.ApproveAsync(request);
        await hub.Desk.UntilAsync(request, now => now.WaitsAt("archive", "SOURCE_DOWN") && now.TaskAt("ledger").Text("state") == "FINAL");
        hub.Archive.Switch();
        var shown = await hub.Desk.UntilStatusAsync(request, "AWAITING_APPROVAL");
        var untouched = await hub.Archive.EffectsAsync();
        await hub.Desk.ApproveAsync(shown);
        var done = await hub.Desk.UntilStatusAsync(request, "DONE");

        // assert
        request.Texts("plan.notReached", "source").ShouldBe(["archive"]);
        shown.Text("reason")!.ShouldContain("was not shown before");
        (shown.Text("plan.hash") == request.Text("plan.hash"), shown.Items("plan.notReached").Count, untouched).ShouldBe((false, 0, 0));
        done.OutcomesAt("archive").ShouldBe(["VERIFIED"]);
    }

    [Fact]
    public async Task RequestErasure_Should_CompleteByItself_When_TheSourceWasNotReachedAndPolicyApproves()
    {
        // arrange
        await using var hub = await LedgerHub.StartAsync();
        hub.Archive.Switch("down");

        // act
        var request = await hub.Desk.RequestErasureAsync("10001");
        await hub.Desk.UntilAsync(request, now => now.WaitsAt("archive", "SOURCE_DOWN"));
        hub.Archive.Switch();
        var done = await hub.Desk.UntilStatusAsync(request, "DONE");

        // assert
        request.Texts("plan.notReached", "source").ShouldBe(["archive"]);
        done.OutcomesAt("archive").ShouldBe(["VERIFIED"]);
    }

    [Fact]
    public async Task RequestRectification_Should_CompleteByItself_When_AStoppedPostgreSqlReturns()
    {
        // arrange
        await using var server = new PostgreSqlServer();
        var database = await server.CreateDatabaseAsync();
        await using (var connection = new NpgsqlConnection($"{database};Pooling=false"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await TelecomDatabases.FillCrmAsync(
                connection, new TelecomDemoOptions { Directory = "", Now = DemoData.Now }, TestContext.Current.CancellationToken);
        }

        await using var hub = await CrmHub.StartAsync((_, register, _) => Reconfigure(register, "${TELECOM_CRM_DATABASE:-Data Source=telecom/crm.db}", database));
        var found = await hub.Desk.FindAsync(AwkwardCases.CrmOnly, Emails);
        await server.StopAsync();

        // act
        var request = await hub.Desk.RequestRectificationAsync(found.Text("registrant.id")!, EmailsOf(found), NewEmail);
        var waiting = await hub.Desk.UntilAsync(request, now => now.WaitsAt("crm", "SOURCE_DOWN") && now.TaskAt("crm").At("attempt").GetInt32() > 0);
        await server.StartAgainAsync();
        var done = await hub.Desk.UntilStatusAsync(request, "DONE");

        // assert
        request.Texts("plan.notReached", "source").ShouldBe(["crm"]);
        waiting.TaskAt("crm").Text("failure").ShouldNotBeNullOrEmpty();
        done.OutcomesAt("crm").ShouldBe(["VERIFIED"]);
    }

    [Fact]
    public async Task RequestRectification_Should_DoNothingByHalves_When_TheDatabaseIsLocked()
    {
        // arrange
        await using var hub = await CrmHub.StartAsync();
        var found = await hub.Desk.FindAsync(AwkwardCases.CrmOnly, Emails);
        var corrected = $"SELECT count(*) FROM email WHERE address = '{NewEmail}'";

        // act
        JsonElement request, waiting;
        using (var holder = await LockAsync(hub.Database))
        {
            request = await hub.Desk.RequestRectificationAsync(found.Text("registrant.id")!, EmailsOf(found), NewEmail);
            waiting = await hub.Desk.UntilAsync(request, now => now.WaitsAt("crm", "SOURCE_DOWN") && now.TaskAt("crm").At("attempt").GetInt32() > 0);
            holder.StandardInput.Close();
            await holder.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var atRelease = await hub.NumberAsync(corrected);
        var done = await hub.Desk.UntilStatusAsync(request, "DONE");

        // assert
        waiting.TaskAt("crm").Text("failure").ShouldNotBeNullOrEmpty();
        waiting.TaskAt("crm").Items("items").ShouldAllBe(item => item.At("outcome").ValueKind == JsonValueKind.Null);
        done.OutcomesAt("crm").ShouldBe(["VERIFIED"]);
        (atRelease <= 1, await hub.NumberAsync(corrected)).ShouldBe((true, 1));
    }

    private static IEnumerable<JsonElement> EmailsOf(JsonElement found) => found.Items("registrant.profile.emails").SelectMany(email => email.Items("held")).Take(1);

    private static void Reconfigure(string register, string reference, string database)
    {
        var file = Path.Combine(register, "crm.yaml");
        var text = File.ReadAllText(file);
        text.ShouldContain(reference);
        File.WriteAllText(file, text.Replace(reference, database, StringComparison.Ordinal));
    }

    /// <summary>Another program that has the database to itself until its input ends.</summary>
    private static async Task<Process> LockAsync(string database)
    {
        var tool = RequiredTool.Find("the SQLite shell", "/usr/bin/sqlite3", "/usr/local/bin/sqlite3");
        var holder = Process.Start(new ProcessStartInfo(tool, ["-batch", "-cmd", ".timeout 10000", database])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
        })!;
        await holder.StandardInput.WriteLineAsync("BEGIN EXCLUSIVE;\nSELECT 'held';");
        await holder.StandardInput.FlushAsync();
        (await holder.StandardOutput.ReadLineAsync()).ShouldBe("held");
        return holder;
    }
}
