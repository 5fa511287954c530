using PersonalDataHub.Hub.FaultTests.Checking;
using PersonalDataHub.Hub.FaultTests.Experiments;
using PersonalDataHub.Hub.FaultTests.Setting;

namespace PersonalDataHub.Hub.FaultTests.Reporting;

public sealed class RunnerTests
{
    private static readonly Outcome outcome = new()
    {
        Verdict = Checker.Check(ForgedEvidence.Good), Actions = 8, Faults = 2, Repeats = 1, Drain = TimeSpan.FromSeconds(1.5),
    };

    [Theory]
    [InlineData(new[] { "F1", "--seed", "7" }, true)]
    [InlineData(new[] { "--server" }, false)]
    [InlineData(new string[0], false)]
    public void IsAsked_Should_TellExperimentsFromTests_When_TheProgramStarts(string[] args, bool asked) => Runner.IsAsked(args).ShouldBe(asked);

    [Fact]
    public void Read_Should_TakeEveryOption_When_AllAreGiven() =>
        Runner.Read(["--seed", "7", "--size", "long", "--control", "--nodes", "3", "--database", "postgresql"])
            .ShouldBe(new(7) { Size = ExperimentSize.Long, Control = true, Nodes = 3, Database = DatabaseKind.PostgreSql });

    [Theory]
    [InlineData("--sead")]
    [InlineData("--seed")]
    [InlineData("--size", "middle")]
    public void Read_Should_GiveNothing_When_AnOptionIsWrong(params string[] args) => Runner.Read(args).ShouldBeNull();

    [Fact]
    public void Of_Should_SayAllOnOneLine_When_ARunIsReported() => ReportLine.Of(new KillExperiment(), new(7), outcome)
        .ShouldBe("F1 seed=7 size=ci actions=8 faults=2 I1=0 I2=0 I3=0 I4=0 I5=0 I6=0 I7=0 I8=0 repeats=1 drain=1.5 s");

    [Fact]
    public void With_Should_ReplaceTheRowOfTheSameRunOnly_When_AResultIsWritten()
    {
        string RowOf(int seed, bool control) => ResultsPage.RowOf(new KillExperiment(), new(seed) { Control = control }, outcome, "2 cores");

        var page = ResultsPage.With(ResultsPage.With(ResultsPage.With("", RowOf(1, control: true)), RowOf(2, control: false)), RowOf(3, control: false));

        page.Split('\n').Where(line => line.StartsWith("| F", StringComparison.Ordinal))
            .ShouldBe([RowOf(3, control: false), RowOf(1, control: true)]);
    }
}
