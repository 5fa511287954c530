using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using PersonalDataHub.LoadComparison.Measuring;
using PersonalDataHub.RegistrantLookup;

namespace PersonalDataHub.LoadComparison.Reporting;

/// <summary>The result as a page of Markdown.</summary>
internal sealed class Report
{
    private readonly StringBuilder text = new();

    public static string Write(Results results, Rounds rounds, TimeSpan took, Repository repository)
    {
        var report = new Report();
        report.Line($"# The GraphQL library beside code written by hand");
        report.Line($"");
        report.Line($"One query, four sources, one person, 4.9 KB of answer. All figures are of one run: {rounds}. Median of the rounds, least and most");
        report.Line($"in brackets. **Only the ratios count**; `benchmarks/README.md` says who the contenders are and how it is measured.");
        report.WriteGoals(Goals.Of(results));
        report.WriteTable("Engine only: sources within the process", results.EngineOnly);
        report.WriteTable("Sources over HTTP that take 5 ms", results.Load);
        if (results.MissingPeers is { } reason)
        {
            report.Line($"");
            report.Line($"The npm gateways were not measured: {reason}.");
        }

        report.WriteTable("Sources over HTTP that answer at once, one request at a time", results.AddedTime);
        report.WriteStarts(results.Starts);
        report.WriteDeferrals(results.Deferrals);
        report.WriteMachine(took, repository);
        return report.text.ToString();
    }

    /// <summary>The goals of one part, for the console.</summary>
    public static string Write(IReadOnlyList<Measured> measured)
    {
        var report = new Report();
        report.WriteGoals(Goals.OfEngineOnly(measured));
        report.WriteTable("Engine only: sources within the process", measured);
        return report.text.ToString();
    }

    private void WriteGoals(IReadOnlyList<Goal> goals)
    {
        Line($"");
        Line($"| goal | measured | must be | aim | reached |");
        Line($"|---|--:|--:|--:|---|");
        foreach (var goal in goals)
        {
            var sign = goal.MoreIsBetter ? "≥" : "≤";
            var (value, reached) = goal.Value is { } one
                ? (string.Create(CultureInfo.InvariantCulture, $"**{one:0.00}**{goal.Unit}"), goal.IsReached ? "yes" : "**no**")
                : ("—", "not measured");
            Line($"| {goal.What} | {value} | {sign} {goal.Gate:0.00}{goal.Unit} | {sign} {goal.Aim:0.00}{goal.Unit} | {reached} |");
        }
    }

    private void WriteTable(string title, IReadOnlyList<Measured> measured)
    {
        Line($"");
        Line($"## {title}");
        foreach (var rows in measured.GroupBy(row => row.Connections))
        {
            var hand = rows.Single(row => row.Contender == Names.Hand);
            Line($"");
            Line($"| c={rows.Key} | requests/s | of *hand* | CPU µs/request | of *hand* | p50 ms | p99 ms | RSS MB |");
            Line($"|---|--:|--:|--:|--:|--:|--:|--:|");
            foreach (var row in rows)
            {
                var (rate, cpu) = (row.RequestsPerSecond, row.CpuMicroseconds);
                Line($"| {row.Contender} | {rate.Median:N0} ({rate.Least:N0}–{rate.Most:N0}) | {rate.Median / hand.RequestsPerSecond.Median:0.00} | {cpu.Median:0} ({cpu.Least:0}–{cpu.Most:0}) | {cpu.Median / hand.CpuMicroseconds.Median:0.00} | {Milliseconds(row.MedianMilliseconds)} | {Milliseconds(row.SlowMilliseconds)} | {row.ResidentMegabytes:0} |");
            }
        }
    }

    private void WriteStarts((Spread Hand, Spread Engine) starts)
    {
        Line($"");
        Line($"## From the start of the process to the first answer");
        Line($"");
        Line($"| | ms | of *hand* |");
        Line($"|---|--:|--:|");
        Line($"| hand | {Milliseconds(starts.Hand)} | 1.00 |");
        Line($"| engine | {Milliseconds(starts.Engine)} | {starts.Engine.Median / starts.Hand.Median:0.00} |");
    }

    private void WriteDeferrals(IReadOnlyList<Deferral> deferrals)
    {
        Line($"");
        Line($"## `@defer`: three sources of 5 ms, the deferred one of 300 ms");
        Line($"");
        Line($"| | fastest source ms | first part ms | slowest source ms | last part ms |");
        Line($"|---|--:|--:|--:|--:|");
        foreach (var one in deferrals)
        {
            Line($"| {one.MediaType} | {Milliseconds(one.FastSource)} | {OrNone(one.FirstPart)} | {Milliseconds(one.SlowSource)} | {OrNone(one.LastPart)} |");
        }

        static string OrNone(Spread? part) => part is null ? "not in parts" : Milliseconds(part);
    }

    private void WriteMachine(TimeSpan took, Repository repository)
    {
        Line($"");
        Line($"| | |");
        Line($"|---|---|");
        Line($"| date | {TimeProvider.System.GetUtcNow():yyyy-MM-dd} |");
        Line($"| commit | {repository.Commit} |");
        Line($"| build | {repository.Configuration} |");
        Line($"| machine | {Environment.ProcessorCount} cores ({RuntimeInformation.ProcessArchitecture}), {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1 << 30)} GiB |");
        Line($"| operating system | {RuntimeInformation.OSDescription} |");
        Line($"| runtime | {RuntimeInformation.FrameworkDescription} |");
        Line($"| load average at the end | {LoadAverage()} |");
        Line($"| whole run | {took.TotalMinutes:0.0} min |");
    }

    // Tells whether others used the cores: the run itself keeps it near the number of cores.
    private static string LoadAverage() =>
        File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3)) : "unknown";

    private static string Milliseconds(Spread spread) =>
        string.Create(CultureInfo.InvariantCulture, $"{spread.Median:0.00} ({spread.Least:0.00}–{spread.Most:0.00})");

    private void Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
}
