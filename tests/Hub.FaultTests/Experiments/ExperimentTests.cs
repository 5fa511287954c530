using PersonalDataHub.Hub.FaultTests.Reporting;
using PersonalDataHub.Hub.FaultTests.Setting;

namespace PersonalDataHub.Hub.FaultTests.Experiments;

/// <summary>The small sizes, with their controls: what holds with the protection breaks without it.</summary>
public sealed class ExperimentTests(ITestOutputHelper output)
{
    private const int Seed = 42;

    /// <summary>The experiments that every change has to pass.</summary>
    public static TheoryData<string> InEveryBuild => ["F1", "F2", "F4", "F6", "F7", "F8", "F9", "F10", "F21"];

    [Theory]
    [MemberData(nameof(InEveryBuild))]
    public async Task Hub_Should_KeepEveryInvariant_When_TheFaultIsInjected(string id)
    {
        var outcome = await RunAsync(id, control: false);

        outcome.Verdict.Explain().Concat(outcome.Missed).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(InEveryBuild))]
    public async Task Hub_Should_BreakAnInvariant_When_TheProtectionIsTakenAway(string id)
    {
        var outcome = await RunAsync(id, control: true);

        outcome.Verdict.Explain().Concat(outcome.Missed).ShouldNotBeEmpty();
    }

    private async Task<Outcome> RunAsync(string id, bool control)
    {
        var (experiment, settings) = (AllExperiments.Find(id)!, new ExperimentSettings(Seed) { Control = control });
        var outcome = await experiment.RunAsync(settings);
        output.WriteLine(ReportLine.Of(experiment, settings, outcome));
        return outcome;
    }
}
