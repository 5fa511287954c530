using System.Globalization;
using System.IO.Compression;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.WebAnalytics;

namespace PersonalDataHub.Connectors.Tests.WebAnalytics;

/// <summary>A real folder of access logs and visitor links, with a connector to it.</summary>
internal sealed class WebSite : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly List<WebAnalyticsConnector> connectors = [];

    public WebSite()
    {
        Directory.CreateDirectory(directory.File("logs"));
        System.IO.File.WriteAllText(Log, "");
    }

    public static DateTimeOffset Noon { get; } = new(2026, 6, 1, 12, 0, 0, TimeSpan.FromHours(3));

    public string Log => File("access.log");

    public string LogFolder => directory.File("logs");

    public string WorkDirectory => directory.File("work");

    public string File(string name) => directory.File("logs", name);

    public static string Line(
        string visitor,
        DateTimeOffset at,
        string path = "/",
        string address = "192.0.2.77",
        string referrer = "-",
        string browser = "Browser/1.0") =>
        $"{address} - - [{at.ToString("dd/MMM/yyyy:HH:mm:ss ", CultureInfo.InvariantCulture)}+0300] "
        + $"\"GET {path} HTTP/1.1\" 200 512 \"{referrer}\" \"{browser}\" \"{visitor}\"\n";

    public void Append(params IEnumerable<string> lines) => System.IO.File.AppendAllText(Log, string.Concat(lines));

    public void Link(params IEnumerable<string> rows) => System.IO.File.WriteAllLines(
        File("visitor-links.csv"), ["visitor_id,customer_id,linked_at,consent", .. rows]);

    public void Pack(string name)
    {
        using (var packed = new GZipStream(System.IO.File.Create(File(name + ".gz")), CompressionLevel.Optimal))
        {
            packed.Write(System.IO.File.ReadAllBytes(File(name)));
        }

        System.IO.File.Delete(File(name));
    }

    /// <summary>A file that the server has left: it was rotated away long ago.</summary>
    public void Rotate(string name)
    {
        Rename("access.log", name);
        System.IO.File.SetLastWriteTimeUtc(File(name), new DateTime(2026, 6, 30, 0, 0, 0, DateTimeKind.Utc));
    }

    public void Rename(string from, string to) => System.IO.File.Move(File(from), File(to));

    public WebAnalyticsConnector Connect(params (string Name, string Value)[] more) =>
        ConnectTo("logs", more);

    public WebAnalyticsConnector ConnectTo(string logs, params (string Name, string Value)[] more)
    {
        var connector = new WebAnalyticsConnector(
            new SourceSettings
            {
                Register = "telecom",
                Source = "web-analytics",
                WorkDirectory = WorkDirectory,
                BaseDirectory = directory.Path,
                Settings = new(new (string Name, string Value)[] { ("logs", logs), ("customerNumberIssuer", "crm") }
                    .Concat(more)
                    .ToDictionary(pair => pair.Name, pair => (SettingsNode)new SettingsText(pair.Value))),
            },
            new TestTimeProvider());
        connectors.Add(connector);
        return connector;
    }

    public void Dispose()
    {
        connectors.ForEach(connector => connector.Dispose());
        directory.Dispose();
    }
}
