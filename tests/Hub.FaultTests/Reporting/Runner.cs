using System.Globalization;
using PersonalDataHub.Hub.FaultTests.Experiments;
using PersonalDataHub.Hub.FaultTests.Setting;

namespace PersonalDataHub.Hub.FaultTests.Reporting;

/// <summary>Runs an experiment from the command line.</summary>
internal static class Runner
{
    private const string Usage =
        "Give an experiment and what it is run with: F1 --seed 42 --size ci|long [--control] [--nodes 3] [--database SQLite|PostgreSql]";

    /// <summary>Whether the arguments ask for an experiment rather than for tests.</summary>
    public static bool IsAsked(string[] args) => args is [{ Length: > 1 } first, ..] && first[0] is 'F' or 'f' && char.IsAsciiDigit(first[1]);

    /// <returns>0 when all invariants hold, with <c>--control</c> when one breaks; else 1.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        if (AllExperiments.Find(args[0]) is not { } experiment || Read(args[1..]) is not { } settings)
        {
            await Console.Error.WriteLineAsync($"{Usage}\nThere are {string.Join(", ", AllExperiments.List.Select(one => $"{one.Id} ({one.Title})"))}.");
            return 1;
        }

        var outcome = await experiment.RunAsync(settings);
        Console.WriteLine(ReportLine.Of(experiment, settings, outcome));
        foreach (var line in outcome.Verdict.Explain().Concat(outcome.Missed).Concat(outcome.Late))
        {
            Console.WriteLine($"  {line}");
        }

        await ResultsPage.WriteAsync(experiment, settings, outcome);
        return outcome.Holds != settings.Control ? 0 : 1;
    }

    /// <summary>The settings that arguments give; null when they cannot be read.</summary>
    public static ExperimentSettings? Read(string[] args)
    {
        var settings = new ExperimentSettings(42);
        for (var position = 0; position < args.Length; position++)
        {
            var value = position + 1 < args.Length ? args[position + 1] : "";
            (ExperimentSettings? read, var taken) = args[position] switch
            {
                "--control" => (settings with { Control = true }, 0),
                "--seed" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) => (settings with { Seed = seed }, 1),
                "--size" when Enum.TryParse<ExperimentSize>(value, ignoreCase: true, out var size) => (settings with { Size = size }, 1),
                "--nodes" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var nodes) => (settings with { Nodes = nodes }, 1),
                "--database" when Enum.TryParse<DatabaseKind>(value, ignoreCase: true, out var database) => (settings with { Database = database }, 1),
                _ => (null, 0),
            };
            if (read is null)
            {
                return null;
            }

            settings = read;
            position += taken;
        }

        return settings;
    }
}
