using System.Globalization;
using PersonalDataHub.Hub.FaultTests.Experiments;
using PersonalDataHub.Hub.FaultTests.Setting;

namespace PersonalDataHub.Hub.FaultTests.Reporting;

/// <summary>The page of published results: a row per experiment, size and setting, of which a new run replaces its own.</summary>
internal static class ResultsPage
{
    private const string Head = """
        # Results of the fault experiments

        Written by the runner; [how it works and how to run it](fault-experiments.md). I1 to I8 count how often an invariant was
        broken. A row that ends with "control" was run with the protection taken away, and has to show a break.

        | Experiment | What happens | Size | Seed | Actions | Faults | I1 | I2 | I3 | I4 | I5 | I6 | I7 | I8 | Repeats | Done after the last fault | Further | Machine |
        |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
        """;

    public static string Path => System.IO.Path.Combine(Repository.Root, "docs", "fault-results.md");

    public static async Task WriteAsync(IExperiment experiment, ExperimentSettings settings, Outcome outcome)
    {
        var page = File.Exists(Path) ? await File.ReadAllTextAsync(Path) : "";
        await File.WriteAllTextAsync(Path, With(page, RowOf(experiment, settings, outcome, Machine.Describe())));
    }

    /// <summary>The page with a row in the place of the one before of the same experiment, size and setting.</summary>
    public static string With(string page, string row)
    {
        var rows = page.Split('\n').Where(line => line.StartsWith("| F", StringComparison.Ordinal)).Where(line => KeyOf(line) != KeyOf(row))
            .Append(row).OrderBy(NumberOf).ThenBy(line => KeyOf(line).Split('|')[0], StringComparer.Ordinal).ThenBy(KeyOf, StringComparer.Ordinal);
        return $"{Head}\n{string.Join('\n', rows)}\n";
    }

    public static string RowOf(IExperiment experiment, ExperimentSettings settings, Outcome outcome, string machine)
    {
        string[] cells =
        [
            settings.Control ? $"{experiment.Id} control" : experiment.Id,
            settings.Control ? experiment.ControlTitle : TitleOf(experiment, settings),
            ReportLine.SizeOf(settings),
            settings.Seed.ToString(CultureInfo.InvariantCulture),
            outcome.Actions.ToString(CultureInfo.InvariantCulture),
            outcome.Faults.ToString(CultureInfo.InvariantCulture),
            .. outcome.Verdict.Breaks.Select(one => one.Breaks.Count.ToString(CultureInfo.InvariantCulture)),
            outcome.Repeats.ToString(CultureInfo.InvariantCulture),
            ReportLine.DrainOf(outcome),
            string.Join("; ", outcome.Missed.Concat(outcome.Late).Prepend(outcome.Figures).Where(text => text.Length > 0)),
            machine,
        ];
        return $"| {string.Join(" | ", cells)} |";
    }

    private static string TitleOf(IExperiment experiment, ExperimentSettings settings) => settings.Nodes == 1
        ? experiment.Title
        : string.Create(CultureInfo.InvariantCulture, $"{experiment.Title}, {settings.Nodes} hubs, {settings.Database}");

    // Experiment, what happens, size.
    private static string KeyOf(string row) => string.Join('|', row.Split('|').Skip(1).Take(3).Select(cell => cell.Trim()));

    private static int NumberOf(string row) =>
        int.Parse(new string([.. row[3..].TakeWhile(char.IsAsciiDigit)]), CultureInfo.InvariantCulture);
}
