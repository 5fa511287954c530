using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.DemoSources.Telecom;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Requests.Durability;

/// <summary>Sources that answer a week later, and those that only a person can change.</summary>
public sealed class WeeklyAndManualTests
{
    private const string Customer = AwkwardCases.CrmOnly;

    [Fact]
    public async Task RequestErasure_Should_BeVerifiedByTheNextExport_When_TheSourceExportsWeekly()
    {
        // arrange
        var clock = new ShiftedClock();
        await using var hub = await WeeklyAsync(clock);
        Export(hub, clock.GetUtcNow() - TimeSpan.FromDays(1), $"{Customer};120", "10002;7");

        // act
        var request = await hub.Desk.RequestErasureAsync(Customer);
        await hub.Desk.ApproveAsync(request);
        var waiting = await hub.Desk.UntilAsync(request, now => now.WaitsAt("loyalty", "SOURCE_DELAY") && now.TaskAt("crm").Text("state") == "FINAL");
        clock.Ahead = TimeSpan.FromDays(8);
        var stillWaiting = await hub.Desk.UntilAsync(request, now => WaitsUntil(now) > WaitsUntil(waiting));
        Export(hub, clock.GetUtcNow(), "10002;7");
        var done = await hub.Desk.UntilStatusAsync(request, "DONE");

        // assert
        waiting.OutcomesAt("loyalty").ShouldBe(["DEFERRED"]);
        WaitsUntil(waiting).ShouldNotBeNull().ShouldBeGreaterThan(clock.GetUtcNow() - TimeSpan.FromDays(3));
        stillWaiting.Text("status").ShouldBe("RUNNING");
        done.OutcomesAt("loyalty").ShouldBe(["VERIFIED"]);
        File.ReadAllLines(Path.Combine(hub.Hub.DataDirectory, "telecom", "changes.csv")).ShouldHaveSingleItem().ShouldContain("erase");
    }

    [Fact]
    public async Task CompleteTask_Should_BeRefusedUntilItIsDone_When_OnlyAPersonCanDoIt()
    {
        // arrange
        await using var hub = await CrmHub.StartAsync((data, register, plugins) =>
        {
            Folders.Copy(Repository.TestPlugin("EmailOnly"), Path.Combine(plugins, "email-only"));
            File.WriteAllText(ListIn(data), $"{Customer}; Cabinet 3\n");
            File.WriteAllText(
                Path.Combine(register, "paper.yaml"),
                "connector: email-only\nname: Paper\nsettings:\n  list: telecom/paper.txt\n  keeper: archive@example.org\n  customerNumberIssuer: crm\n");
        });
        var request = await hub.Desk.RequestErasureAsync(Customer);
        await hub.Desk.ApproveAsync(request);
        var asked = await hub.Desk.UntilStatusAsync(request, "NEEDS_PERSON");

        // act
        var task = asked.TaskAt("paper");
        var refusal = await hub.Desk.RefusalAsync("completeTask", new { task = task.Text("id"), evidence = "The keeper wrote that it is gone." });
        await File.WriteAllTextAsync(ListIn(hub.Hub.DataDirectory), "# Empty.\n", TestContext.Current.CancellationToken);
        await hub.Desk.CompleteAsync(task, "Letter of the keeper, filed as 12/2026.");
        var done = await hub.Desk.UntilStatusAsync(request, "DONE");

        // assert
        (task.Text("waitingCause"), task.Text("state")).ShouldBe(("PERSON", "WAITING"));
        task.Text("instruction")!.ShouldContain("archive@example.org");
        refusal!.ShouldContain("still shows");
        (done.TaskAt("paper").Text("completedBy"), done.OutcomesAt("paper").Single()).ShouldBe(("demo-dpo", "VERIFIED"));
    }

    private static Task<CrmHub> WeeklyAsync(ShiftedClock clock) => CrmHub.StartAsync(
        (_, register, plugins) =>
        {
            Folders.Copy(Repository.TestPlugin("WeeklyExport"), Path.Combine(plugins, "weekly-export"));
            File.WriteAllText(
                Path.Combine(register, "loyalty.yaml"), "connector: weekly-export\nname: Loyalty\nsettings:\n  file: telecom/points.csv\n  customerNumberIssuer: crm\n");
        },
        builder => builder.Services.AddSingleton<TimeProvider>(clock));

    // In place of the old one at once, as the exporting system does it.
    private static void Export(CrmHub hub, DateTimeOffset at, params string[] lines)
    {
        var file = Path.Combine(hub.Hub.DataDirectory, "telecom", "points.csv");
        File.WriteAllLines($"{file}.new", [string.Create(CultureInfo.InvariantCulture, $"# exported {at:O}"), .. lines]);
        File.Move($"{file}.new", file, overwrite: true);
    }

    private static string ListIn(string dataDirectory) => Path.Combine(dataDirectory, "telecom", "paper.txt");

    private static DateTimeOffset? WaitsUntil(JsonElement request) =>
        request.TaskAt("loyalty").At("waitingUntil") is { ValueKind: JsonValueKind.String } until ? until.GetDateTimeOffset() : null;
}
