using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.WebStatistics;

namespace PersonalDataHub.Connectors.Tests.WebStatistics;

/// <summary>A real folder of exported statistics, with a connector to it.</summary>
internal sealed class Exports : IDisposable
{
    public static readonly DateOnly First = new(2026, 11, 1);

    private readonly TemporaryDirectory directory = new();

    public Exports() => Directory.CreateDirectory(directory.File("statistics"));

    public void Traffic(params IEnumerable<string> rows) => Write("traffic-2026-11.csv", "date,page,visitors,entries,exits", rows);

    public void Demographics(params IEnumerable<string> rows) => Write("demographics-2026-11.csv", "date,dimension,value,visitors", rows);

    public void Write(string name, string header, params IEnumerable<string> rows) =>
        File.WriteAllLines(directory.File("statistics", name), rows.Prepend(header));

    public SourceSettings Settings(string more = "") => new()
    {
        Register = "telecom",
        Source = "web-statistics",
        WorkDirectory = directory.File("work"),
        BaseDirectory = directory.Path,
        Settings = SettingsYaml.Read("folder: statistics\n" + more),
    };

    public WebStatisticsConnector Connect(string more = "") => new(Settings(more));

    public static async Task<IReadOnlyList<string>> ToldAsync(WebStatisticsConnector statistics, int days = 1, DateOnly? from = null)
    {
        var first = from ?? First;
        var result = await statistics.ReadStatisticsAsync(new(first, first.AddDays(days - 1)), TestContext.Current.CancellationToken);
        return [.. result.Rows.Select(row => $"{row.Measure} {row.Value ?? "total"} {row.Count}")];
    }

    public void Dispose() => directory.Dispose();
}
