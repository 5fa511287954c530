using System.Diagnostics;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Commands;

/// <summary>The commands of the README, as they stand there.</summary>
public sealed class ReadmeCommandTests
{
    [Fact]
    public async Task DotnetRun_Should_FindTheRegistersThatShip_When_RunFromTheRepository()
    {
        // arrange
        using var folder = new TemporaryDirectory();
        var start = new ProcessStartInfo("dotnet", ["run", "--no-build", "-c", Repository.BuildConfiguration, "--project", "src/Hub", "--", "sources"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["Hub__DataDirectory"] = folder.Path },
        };

        // act
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        // assert
        output.ShouldContain("telecom/crm", customMessage: await errors);
        output.ShouldContain("telecom/web-analytics");
    }
}
