using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using PersonalDataHub.DemoSources.Telecom;

namespace PersonalDataHub.DemoSources.Tests.Telecom;

/// <summary>Reads the web logs back with a pattern of its own, packed ones too.</summary>
internal static partial class WebLogReading
{
    public static IReadOnlyList<string> Lines(DemoFolder demo) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(demo.Path, TelecomDemo.WebLogsFolder), "access.log*").SelectMany(Read),
    ];

    public static IEnumerable<(DateTimeOffset At, string Address, string VisitorId)> Views(DemoFolder demo) =>
        from line in Lines(demo)
        let match = Combined().Match(line)
        where match.Success
        let read = DateTimeOffset.TryParseExact(
            match.Groups["time"].Value, "dd/MMM/yyyy:HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? at
            : (DateTimeOffset?)null
        where read is not null
        select (read.Value, match.Groups["address"].Value, match.Groups["visitor"].Value);

    private static IEnumerable<string> Read(string path)
    {
        using var file = File.OpenRead(path);
        using Stream text = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(text);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    [GeneratedRegex("""^(?<address>\S+) - \S+ \[(?<time>[^\]]+)\] "[^"]*" \d{3} \d+ "[^"]*" "[^"]*" "(?<visitor>[^"]*)"$""")]
    private static partial Regex Combined();
}
