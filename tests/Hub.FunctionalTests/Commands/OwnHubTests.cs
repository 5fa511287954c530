using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Commands;

/// <summary>Commands that find no running hub start one of their own.</summary>
public sealed class OwnHubTests : IDisposable
{
    private readonly TemporaryDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Registrant_Should_Answer_When_NoHubIsRunning()
    {
        // arrange
        await DemoData.CopyToAsync(folder.File("data"));

        // act
        var finished = await RunAsync("registrant", "--register", "telecom", "--customer-id", "10001", "--wait-at-most", "PT30S");

        // assert
        finished.ExitCode.ShouldBe(0, finished.Error);
        finished.Output.ShouldContain("CONFLICT");
    }

    [Fact]
    public async Task Sources_Should_Exit3_When_ASourcesDatabaseIsGone()
    {
        // arrange
        await DemoData.CopyToAsync(folder.File("data"));
        File.Move(folder.File("data", "telecom", "crm.db"), folder.File("data", "telecom", "renamed.db"));

        // act
        var finished = await RunAsync("sources");

        // assert
        finished.ExitCode.ShouldBe(3, finished.Error);
        var crm = finished.Output.Split('\n').Single(line => line.StartsWith("telecom/crm", StringComparison.Ordinal));
        crm.ShouldContain("NOT FIT");
        finished.Output.ShouldContain("telecom/billing");
        File.Exists(folder.File("data", "telecom", "crm.db")).ShouldBeFalse();
    }

    private Task<HubProgram.Finished> RunAsync(params string[] arguments) =>
        HubProgram.RunAsync(new HubSettings(folder.File("data")), null, arguments);
}
