using System.Globalization;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.CallRecordings;

namespace PersonalDataHub.Connectors.Tests.CallRecordings;

/// <summary>A real folder of call detail records and recordings, with a connector to it.</summary>
internal sealed class CallFolder : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly List<CallRecordingsConnector> connectors = [];

    public CallFolder()
    {
        Directory.CreateDirectory(directory.File("calls"));
        File.WriteAllText(Master, "");
    }

    public string Master => directory.File("calls", "Master.csv");

    public string WorkDirectory => directory.File("work");

    public string Outside => directory.Path;

    /// <summary>The folder of the call detail records.</summary>
    public string Path => directory.File("calls");

    /// <summary>A file that the exchange has left: it was rotated away and the live one has been written to since.</summary>
    public string Rotate(string name = "Master.csv.1")
    {
        var rotated = System.IO.Path.Combine(Path, name);
        File.Move(Master, rotated);
        File.SetLastWriteTimeUtc(rotated, new DateTime(2026, 6, 30, 0, 0, 0, DateTimeKind.Utc));
        File.WriteAllText(Master, Line(customer: "later", source: "0400000999", start: "2026-07-01 10:00:00"));
        return rotated;
    }

    public string Recording(string path) => directory.File("calls", path);

    public static string Line(
        string customer = "",
        string source = "0400000001",
        string destination = "100",
        string start = "2026-06-01 10:00:00",
        string uniqueId = "",
        string recording = "",
        string context = "from-trunk",
        string callerId = "")
    {
        var begun = DateTime.ParseExact(start, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        string At(int seconds) => begun.AddSeconds(seconds).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return $"\"{customer}\",\"{source}\",\"{destination}\",\"{context}\",\"{callerId.Replace("\"", "\"\"", StringComparison.Ordinal)}\","
            + "\"PJSIP/trunk-00000001\",\"PJSIP/1201-00000002\",\"Queue\",\"service,t,,,300\","
            + $"\"{start}\",\"{At(5)}\",\"{At(65)}\",65,60,\"ANSWERED\",\"DOCUMENTATION\",\"{uniqueId}\",\"{recording}\"\n";
    }

    public void Append(params IEnumerable<string> lines) => File.AppendAllText(Master, string.Concat(lines));

    public SourceSettings Settings(params (string Name, string Value)[] more) => new()
    {
        Register = "telecom",
        Source = "call-recordings",
        WorkDirectory = WorkDirectory,
        BaseDirectory = directory.Path,
        Settings = new(new (string Name, string Value)[] { ("folder", "calls"), ("customerNumberIssuer", "crm") }
            .Concat(more)
            .ToDictionary(pair => pair.Name, pair => (SettingsNode)new SettingsText(pair.Value))),
    };

    public CallRecordingsConnector Connect(params (string Name, string Value)[] more)
    {
        var connector = new CallRecordingsConnector(Settings(more), new TestTimeProvider());
        connectors.Add(connector);
        return connector;
    }

    public void Dispose()
    {
        connectors.ForEach(connector => connector.Dispose());
        directory.Dispose();
    }
}
