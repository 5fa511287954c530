using System.Globalization;
using PersonalDataHub.Hub.FaultTests.Experiments;
using PersonalDataHub.Hub.FaultTests.Setting;

namespace PersonalDataHub.Hub.FaultTests.Reporting;

/// <summary>A run on one line.</summary>
internal static class ReportLine
{
    public static string Of(IExperiment experiment, ExperimentSettings settings, Outcome outcome) => string.Create(
        CultureInfo.InvariantCulture,
        $"{experiment.Id}{(settings.Control ? " control" : "")} seed={settings.Seed} size={SizeOf(settings)} actions={outcome.Actions} faults={outcome.Faults} {outcome.Verdict} repeats={outcome.Repeats} drain={DrainOf(outcome)}{(outcome.Figures.Length > 0 ? $"; {outcome.Figures}" : "")}");

    public static string SizeOf(ExperimentSettings settings) => settings.Size == ExperimentSize.Ci ? "ci" : "long";

    public static string DrainOf(Outcome outcome) =>
        outcome.Drain is { } drain ? string.Create(CultureInfo.InvariantCulture, $"{drain.TotalSeconds:0.0} s") : "not";
}
