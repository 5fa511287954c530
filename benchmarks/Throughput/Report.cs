using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace PersonalDataHub.Throughput;

/// <summary>The result as a page of Markdown.</summary>
internal static class Report
{
    public static string Write(int persons, IReadOnlyList<CommitRates> commits, IReadOnlyList<Measured> runs, PersonalDataHub.RegistrantLookup.Repository checkout)
    {
        var text = new StringBuilder();
        text.AppendLine("# Throughput").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{persons:N0} erasures, each with a task at four sources, asked for by 32 clients at once while the tasks run. Hubs, sources, database");
        text.AppendLine("and clients share the machine, so that **more hubs show no gain on it; compare ratios only**. `benchmarks/README.md` says how it is");
        text.AppendLine("measured.").AppendLine();
        text.AppendLine("| database | hubs | accepted requests per second | finished tasks per second | of the first | not finished |");
        text.AppendLine("|---|--:|--:|--:|--:|--:|");
        foreach (var run in runs)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {run.Database} | {run.Nodes} | {run.Requests / run.Accepting.TotalSeconds:N1} | {RateOf(run):N1} | {RateOf(run) / RateOf(runs[0]):0.00} | {run.Unfinished} |");
        }

        text.AppendLine().AppendLine("What sharing commits gives: audit entries per second, each on disk before its writer goes on.").AppendLine();
        text.AppendLine("| database | a commit for each | 256 writers share commits | times |").AppendLine("|---|--:|--:|--:|");
        foreach (var rates in commits)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {rates.Database} | {rates.OneByOne:N0} | {rates.Together:N0} | **{rates.Together / rates.OneByOne:0.0}** |");
        }

        text.AppendLine().AppendLine("| | |").AppendLine("|---|---|");
        text.AppendLine(CultureInfo.InvariantCulture, $"| date | {TimeProvider.System.GetUtcNow():yyyy-MM-dd} |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| commit | {checkout.Commit} |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| build | {checkout.Configuration} |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| machine | {Environment.ProcessorCount} cores ({RuntimeInformation.ProcessArchitecture}), shared with other work |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| runtime | {RuntimeInformation.FrameworkDescription} |");
        return text.ToString();
    }

    private static double RateOf(Measured run) => run.Tasks / run.Finishing.TotalSeconds;
}
