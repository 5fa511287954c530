using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using PersonalDataHub.RegistrantLookup;

namespace PersonalDataHub.RetentionSweep;

/// <summary>The result as a page of Markdown.</summary>
internal static class Report
{
    public static string Write(IReadOnlyList<Measured> all, TimeSpan generation, Repository repository)
    {
        var text = new StringBuilder();
        text.AppendLine("# A sweep costs what is due").AppendLine();
        text.AppendLine("A dry-run sweep of one register over two SQLite sources: sources list who may be due, everybody listed is read from both, the end");
        text.AppendLine("of the relationship is worked out, and an erasure is planned. `benchmarks/README.md` says how it is measured.").AppendLine();
        text.AppendLine("| | registrants | listed | looked at | due | time, s | ms per person looked at |").AppendLine("|---|--:|--:|--:|--:|--:|--:|");
        foreach (var one in all)
        {
            var each = one.Sweep.Checked == 0 ? "–" : (one.Took.TotalMilliseconds / one.Sweep.Checked).ToString("N2", CultureInfo.InvariantCulture);
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {one.What} | {one.Population:N0} | {one.Sweep.Listed:N0} | {one.Sweep.Checked:N0} | {one.Sweep.Due:N0} | {one.Took.TotalSeconds:N2} | {each} |");
        }

        text.AppendLine().AppendLine("Everybody due is listed by both sources, as neither has had any later contact. Above 25 persons due, the time includes counting");
        text.AppendLine("how many persons the sources hold, which the stop on a large share needs.");
        text.AppendLine().AppendLine("| | |").AppendLine("|---|---|");
        text.AppendLine(CultureInfo.InvariantCulture, $"| date | {TimeProvider.System.GetUtcNow():yyyy-MM-dd} |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| commit | {repository.Commit} |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| build | {repository.Configuration} |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| making the sources, s | {generation.TotalSeconds:N0} |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| machine | {Environment.ProcessorCount} cores ({RuntimeInformation.ProcessArchitecture}), shared with other work |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| runtime | {RuntimeInformation.FrameworkDescription} |");
        return text.ToString();
    }
}
