using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace PersonalDataHub.DemoSources.WebLogs;

/// <summary>Writes the web server's folder: nginx logs turned over every week, and who agreed to be linked.</summary>
/// <param name="directory">The folder.</param>
/// <param name="now">The moment the log ends at.</param>
/// <param name="reason">What links a browser to a customer there: <c>form</c> or <c>login</c>.</param>
internal sealed class WebLogsWriter(string directory, DateTimeOffset now, string reason)
{
    private const int DaysPerFile = 7;
    private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false);

    private readonly List<(DateTimeOffset At, string Line)> lines = [];
    private readonly List<string> links = ["visitor_id,customer_id,linked_at,consent,reason"];

    public void Add(string customerId, DemoVisitor visitor)
    {
        lines.AddRange(visitor.Pages.Where(page => page.At <= now).Select(page => (page.At, LogLine.Of(visitor, page))));
        if (visitor.LinkedAt is { } linkedAt)
        {
            var time = linkedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            links.Add($"{visitor.VisitorId},{customerId},{time},{(visitor.Withdrawn ? "withdrawn" : "granted")},{reason}");
        }
    }

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(directory);
        lines.AddRange(OtherTraffic.Lines(now));
        var files = lines.GroupBy(entry => (int)((now - entry.At).TotalDays / DaysPerFile)).ToDictionary(group => group.Key);
        for (var age = 0; age <= files.Keys.Max(); age++)
        {
            var ordered = files.TryGetValue(age, out var entries)
                ? entries.OrderBy(entry => entry.At).ThenBy(entry => entry.Line, StringComparer.Ordinal).Select(entry => entry.Line).ToList()
                : [];
            if (age == 0)
            {
                OtherTraffic.Damage(ordered);
            }

            await WriteAsync(age, Text(ordered), cancellationToken);
        }

        await File.WriteAllTextAsync(Path.Combine(directory, "visitor-links.csv"), Text(links), Plain, cancellationToken);
    }

    private static string Text(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));

    // As logrotate leaves them: the newest two plain, the older ones packed.
    private async Task WriteAsync(int age, string text, CancellationToken cancellationToken)
    {
        var name = age == 0 ? "access.log" : string.Create(CultureInfo.InvariantCulture, $"access.log.{age}");
        var path = Path.Combine(directory, name);
        if (age < 2)
        {
            await File.WriteAllTextAsync(path, text, Plain, cancellationToken);
            return;
        }

        await using var packed = new GZipStream(File.Create(path + ".gz"), CompressionLevel.Optimal);
        await packed.WriteAsync(Plain.GetBytes(text), cancellationToken);
    }
}
