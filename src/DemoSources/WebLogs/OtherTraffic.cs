namespace PersonalDataHub.DemoSources.WebLogs;

/// <summary>What else stands in a web server's log: robots without a cookie, and lines that no format fits.</summary>
internal static class OtherTraffic
{
    private const string Robot = "ExampleBot/1.0 (+https://www.example.org/bot)";

    /// <summary>A robot's visit every other day.</summary>
    public static IEnumerable<(DateTimeOffset At, string Line)> Lines(DateTimeOffset now)
    {
        for (var day = 0; day < VisitChance.Kept; day += 2)
        {
            var at = LocalTime.Seconds(now.AddDays(-day).AddHours(-1));
            yield return (at, LogLine.Of("203.0.113.250", at, "/robots.txt", 64, "-", Robot, "-"));
        }
    }

    /// <summary>Puts three lines among the others that cannot be read: cut off, foreign, with a day that is none.</summary>
    public static void Damage(List<string> lines)
    {
        var cut = lines[0];
        lines.Insert(lines.Count, "203.0.113.9 - - [32/Foo/2026:25:61:00 +0200] \"GET / HTTP/1.1\" 200 512 \"-\" \"-\" \"-\"");
        lines.Insert(lines.Count / 2, "2026/01/01 00:00:00 [error] 7#7: *1 open() failed (2: No such file or directory)");
        lines.Insert(1, cut[..(cut.Length / 2)]);
    }
}
