using PersonalDataHub.Hub.FunctionalTests.Requests.Durability;

namespace PersonalDataHub.Hub.FunctionalTests.Operating;

/// <summary>Who was erased does not come back with a restored backup, and what cannot be told is refused.</summary>
public sealed class RestoreTests
{
    private const string Customer = "10001";

    [Fact]
    public async Task Restore_Should_EraseAgainAndAskTheSources_When_TheBackupIsOlderThanTheErasure()
    {
        // arrange
        await using var ledgers = new LedgerProcess(persons: 2);
        await ledgers.StartAsync();
        var registrant = await RegistrantAsync(ledgers, new { customerId = Customer });
        var backup = Path.Combine(ledgers.DataDirectory, "night.backup");
        var backedUp = await ledgers.RunAsync("backup", backup);
        var putBack = ledgers.Register.Archive.Keep();
        var erasure = await ledgers.Desk.RequestErasureAsync(Customer);
        await ledgers.Desk.UntilStatusAsync(erasure, "DONE");
        await ledgers.KillAsync();

        // act: the hub and one of its sources are restored
        putBack();
        var restored = await ledgers.RunAsync("restore", backup);
        await ledgers.StartAsync();
        var known = await RegistrantAsync(ledgers, new { id = registrant });
        var waiting = await ledgers.Desk.UntilStatusAsync(erasure, "AWAITING_APPROVAL");
        await ledgers.Desk.ApproveAsync(waiting);
        var done = await ledgers.Desk.UntilStatusAsync(erasure, "DONE");

        // assert
        (backedUp.ExitCode, restored.ExitCode).ShouldBe((0, 0), backedUp.Error + restored.Error);
        restored.Output.ShouldContain("1 erasures that the backup did not know were done again");
        registrant.ShouldNotBeNull();
        known.ShouldBeNull();
        done.Text("registrantId").ShouldBe(registrant);
        done.Items("tasks").ToDictionary(task => task.Text("source")!, task => task.Texts("items", "outcome").Distinct().ToList())["archive"].ShouldBe(["VERIFIED"]);
        (await ledgers.Register.Archive.AccountsAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Start_Should_BringTheErasedBack_When_TheLedgerIsNotFollowed()
    {
        // arrange
        await using var ledgers = new LedgerProcess(persons: 1);
        await ledgers.StartAsync();
        var registrant = await RegistrantAsync(ledgers, new { customerId = Customer });
        var backup = Path.Combine(ledgers.DataDirectory, "night.backup");
        (await ledgers.RunAsync("backup", backup)).ExitCode.ShouldBe(0);
        await ledgers.Desk.UntilStatusAsync(await ledgers.Desk.RequestErasureAsync(Customer), "DONE");
        await ledgers.KillAsync();

        // act
        var restored = await HubProgram.RunAsync(ledgers.SettingsWith("Hub__ErasureLedger__Replay", "false"), null, "restore", backup);
        await using var hub = await ServingHub.StartAsync(ledgers.SettingsWith("Hub__ErasureLedger__Replay", "false"));
        using var desk = new RightsDesk(hub.Address, LedgerRegister.Id);
        var known = await RegistrantAsync(desk, new { id = registrant });

        // assert
        restored.ExitCode.ShouldBe(0, restored.Error);
        known.ShouldBe(registrant);
    }

    [Fact]
    public async Task Start_Should_Refuse_When_TheErasureLedgerIsGone()
    {
        // arrange
        await using var ledgers = new LedgerProcess(persons: 1);
        await ledgers.StartAsync();
        await ledgers.Desk.UntilStatusAsync(await ledgers.Desk.RequestErasureAsync(Customer), "DONE");
        await ledgers.KillAsync();
        var ledger = Path.Combine(ledgers.DataDirectory, "erasure-ledger");
        Directory.Delete(ledger, recursive: true);

        // act
        var refused = await ledgers.RunAsync();
        var rebuilt = await ledgers.RunAsync("restore", "--rebuild-ledger");
        await ledgers.StartAsync();

        // assert
        refused.ExitCode.ShouldBe(1);
        refused.Error.ShouldContain($"The erasure ledger in {ledger} lacks 1 of the erasures that the database knows");
        refused.Error.ShouldNotContain("   at ");
        rebuilt.Output.ShouldContain("1 erasures were written into the ledger.");
    }

    [Fact]
    public async Task BackupAndRestore_Should_RefuseAndChangeNothing_When_TheyWouldLoseSomething()
    {
        // arrange
        await using var ledgers = new LedgerProcess(persons: 1);
        await ledgers.StartAsync();
        var registrant = await RegistrantAsync(ledgers, new { customerId = Customer });
        var backup = Path.Combine(ledgers.DataDirectory, "night.backup");
        (await ledgers.RunAsync("backup", backup)).ExitCode.ShouldBe(0);
        var other = Path.Combine(ledgers.DataDirectory, "ledger.db");

        // act
        var again = await ledgers.RunAsync("backup", backup);
        var running = await ledgers.RunAsync("restore", backup);
        await ledgers.KillAsync();
        var foreign = await ledgers.RunAsync("restore", other);
        var missing = await ledgers.RunAsync("restore", $"{backup}.not");
        await ledgers.StartAsync();

        // assert
        again.Error.ShouldContain("exists already");
        running.Error.ShouldContain("is in use by another hub");
        foreign.Error.ShouldContain("no backup of a hub");
        missing.Error.ShouldContain("There is no backup");
        new[] { again, running, foreign, missing }.ShouldAllBe(finished => finished.ExitCode == 1 && !finished.Error.Contains("   at "));
        (await RegistrantAsync(ledgers, new { id = registrant })).ShouldBe(registrant);
    }

    private static Task<string?> RegistrantAsync(LedgerProcess ledgers, object by) => RegistrantAsync(ledgers.Desk, by);

    private static async Task<string?> RegistrantAsync(RightsDesk desk, object by)
    {
        var found = (await desk.SendAsync(
            "query Find($register: ID!, $by: RegistrantKey!) { findRegistrant(register: $register, by: $by) { registrant { id } } }",
            new { register = LedgerRegister.Id, by })).At("findRegistrant.registrant");
        return found.ValueKind == System.Text.Json.JsonValueKind.Null ? null : found.Text("id");
    }
}
