using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using PersonalDataHub.RegistrantLookup;

namespace PersonalDataHub.BulkErasure;

/// <summary>The result as a page of Markdown.</summary>
internal static class Report
{
    public static string Write(Measured measured, TimeSpan single, HubProcess hub, Repository repository)
    {
        var text = new StringBuilder();
        text.AppendLine("# Erasing the data of many people together").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"One hub over the demo's four sources of {hub.People:N0} people; {measured.Persons} of them are erased in one bulk: preview, approval,");
        text.AppendLine("a pause in the middle, and on to the end, every source read back. `benchmarks/README.md` says how it is measured.").AppendLine();
        text.AppendLine("| | |").AppendLine("|---|--:|");
        Line("people", measured.Persons);
        Line("of these undecided, left to a person", measured.Persons - measured.Started);
        Line("tasks at sources", measured.Tasks);
        Line("requests ended", measured.Ended);
        Line("of these with something kept by law", measured.WithRetention);
        Line("preview of everybody's plan, s", measured.Preview.TotalSeconds);
        Line("plans per second", measured.Persons / measured.Preview.TotalSeconds);
        Line("one by one it would take, times", single.TotalSeconds * measured.Persons / measured.Preview.TotalSeconds);
        Line("approval, s", measured.Approval.TotalSeconds);
        Line("running, without the pause, s", measured.Running.TotalSeconds);
        Line("**requests per second**", measured.Started / measured.Running.TotalSeconds);
        Line("**tasks per second**", measured.Tasks / measured.Running.TotalSeconds);
        Line("tasks waiting in the pause", measured.WaitingInPause);
        Line("of these begun in the pause", measured.BegunWhilePaused);

        text.AppendLine().AppendLine("| | |").AppendLine("|---|---|");
        text.AppendLine(CultureInfo.InvariantCulture, $"| date | {TimeProvider.System.GetUtcNow():yyyy-MM-dd} |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| commit | {repository.Commit} |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| build | {repository.Configuration} |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| machine | {Environment.ProcessorCount} cores ({RuntimeInformation.ProcessArchitecture}), shared with other work |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| runtime | {RuntimeInformation.FrameworkDescription} |");
        return text.ToString();

        void Line(string what, double value) =>
            text.AppendLine(CultureInfo.InvariantCulture, $"| {what} | {(value == Math.Floor(value) ? value.ToString("N0", CultureInfo.InvariantCulture) : value.ToString("N1", CultureInfo.InvariantCulture))} |");
    }
}
