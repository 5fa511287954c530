using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace PersonalDataHub.RegistrantLookup;

/// <summary>The result as a page of Markdown.</summary>
internal static class Report
{
    public static string Write(IEnumerable<Measurement> measurements, HubProcess small, HubProcess large, Repository repository)
    {
        var text = new StringBuilder();
        text.AppendLine("# Looking up one person among few and among many").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"Two hubs in one run, {small.People:N0} and {large.People:N0} people, asked turn by turn, one request at a time. Milliseconds at the client;");
        text.AppendLine("the ratio says how many times longer the large hub took. `benchmarks/README.md` says how it is measured.").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"| asked by | requests to each | p50 of {small.People:N0} | p50 of {large.People:N0} | ratio p50 | p95 of {small.People:N0} | p95 of {large.People:N0} | ratio p95 | incomplete |");
        text.AppendLine("|---|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var measurement in measurements)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {measurement.Question.Name} | {measurement.Small.Count} ");
            foreach (var share in (double[])[0.5, 0.95])
            {
                text.Append(CultureInfo.InvariantCulture, $"| {Measurement.Percentile(measurement.Small, share):0.0} | {Measurement.Percentile(measurement.Large, share):0.0} | **{measurement.Ratio(share):0.00}** ");
            }

            text.AppendLine(CultureInfo.InvariantCulture, $"| {measurement.Incomplete} |");
        }

        text.AppendLine().AppendLine("| | |").AppendLine("|---|---|");
        text.AppendLine(CultureInfo.InvariantCulture, $"| date | {TimeProvider.System.GetUtcNow():yyyy-MM-dd} |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| commit | {repository.Commit} |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| build | {repository.Configuration} |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| machine | {Environment.ProcessorCount} cores ({RuntimeInformation.ProcessArchitecture}), {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1 << 30)} GiB |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| operating system | {RuntimeInformation.OSDescription} |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| runtime | {RuntimeInformation.FrameworkDescription} |");
        return text.ToString();
    }
}
