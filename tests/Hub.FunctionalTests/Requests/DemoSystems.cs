using PersonalDataHub.DemoSources.Telecom;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Requests;

/// <summary>Where the demo operator's systems of a hub stand.</summary>
public sealed class DemoSystems(string dataDirectory)
{
    public string Crm => At("crm.db");

    public string Billing => At("billing.db");

    public string CallTraffic => At("call-traffic.db");

    public string Recordings => At("recordings");

    public string CallDetailRecords => Path.Combine(Recordings, "Master.csv");

    public string WebLogs => At("weblogs");

    public static DemoSystems Of(TestHub hub) => new(hub.DataDirectory);

    /// <summary>Has the exchange tell a caller's name for the first call of <see cref="AwkwardCases.ShownFirst"/>.</summary>
    public void NameTheCaller(string name)
    {
        var lines = File.ReadAllLines(CallDetailRecords);
        var first = Array.FindIndex(lines, line => line.StartsWith($"\"{AwkwardCases.ShownFirst}\"", StringComparison.Ordinal));
        lines[first] = lines[first].Replace("\"\"0400000001\"\" <", $"\"\"{name}\"\" <", StringComparison.Ordinal);
        File.WriteAllLines(CallDetailRecords, lines);
    }

    private string At(string name) => Path.Combine(dataDirectory, "telecom", name);
}
