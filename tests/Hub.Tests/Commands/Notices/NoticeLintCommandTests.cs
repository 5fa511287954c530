using System.Text.Json;
using PersonalDataHub.Hub.Commands.Notices;
using PersonalDataHub.Hub.Tests.Registers.Notices;

namespace PersonalDataHub.Hub.Tests.Commands.Notices;

public sealed class NoticeLintCommandTests
{
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    [Fact]
    public void Run_Should_PrintPlaceAndRemedyAndFail_When_AnErrorIsFound()
    {
        var path = NoticeText.Of("defective", "studio").Path;

        Run([path]).ShouldBe(1);

        output.ToString().ShouldContain($"{path}:10: error: A placeholder stands here instead of the information. ");
        output.ToString().Split('\n').ShouldContain(line => line.StartsWith($"{path}:66: warning: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_Should_PrintNothingAndSucceed_When_NoticesAreInOrder()
    {
        Run([.. NoticeText.In("corrected").Select(text => text.Path)]).ShouldBe(0);

        output.ToString().ShouldBeEmpty();
    }

    [Fact]
    public void Run_Should_CheckTheOthers_When_AFileIsMissing()
    {
        var path = NoticeText.Of("defective", "telecom").Path;

        Run(["nowhere.md", path]).ShouldBe(2);

        errors.ToString().ShouldStartWith("nowhere.md: does not exist; ");
        output.ToString().ShouldContain(path);
    }

    [Fact]
    public void Run_Should_PrintJson_When_Asked()
    {
        Run([NoticeText.Of("defective", "sole-trader").Path], asJson: true).ShouldBe(1);

        using var json = JsonDocument.Parse(output.ToString());
        json.RootElement.EnumerateArray().Select(finding => finding.GetProperty("kind").GetString()).ShouldContain("right-under-repealed-act");
    }

    private int Run(IReadOnlyList<string> files, bool asJson = false) =>
        NoticeLintCommand.Run(files, asJson, TimeProvider.System, output, errors);
}
