using System.Globalization;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Tables;

namespace PersonalDataHub.Connectors.WebStatistics;

/// <summary>Reads the exports of a web statistics service.</summary>
internal sealed class ExportReader(WebStatisticsSettings settings)
{
    private static readonly string[] TrafficColumns = ["date", "page", "visitors", "entries", "exits"];
    private static readonly string[] DemographicsColumns = ["date", "dimension", "value", "visitors"];

    /// <summary>The counts of the days asked for, and when the newest export was written.</summary>
    /// <exception cref="SourceException">There is no export, or one holds more than aggregates.</exception>
    public (DayCounts Counts, DateTimeOffset AsOf) Read(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var counts = new DayCounts();
        var files = Files(settings.Traffic).Select(file => (File: file, Columns: TrafficColumns, Add: (Action<DayCounts, DateOnly, TableRow>)AddTraffic))
            .Concat(Files(settings.Demographics).Select(file => (File: file, Columns: DemographicsColumns, Add: (Action<DayCounts, DateOnly, TableRow>)AddDemographics)))
            .ToList();
        if (files.Count == 0)
        {
            throw new SourceException(
                FailureKind.Configuration, $"There is no file '{settings.Traffic}' or '{settings.Demographics}' in '{settings.Folder}'; mend 'folder', or export there.");
        }

        foreach (var (file, columns, add) in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Read(file, columns, (day, row) =>
            {
                if (day >= from && day <= to)
                {
                    add(counts, day, row);
                }
            }, counts);
        }

        return (counts, new(files.Max(file => File.GetLastWriteTimeUtc(file.File))));
    }

    private IEnumerable<string> Files(string pattern) =>
        Directory.Exists(settings.Folder) ? Directory.EnumerateFiles(settings.Folder, pattern).Order(StringComparer.Ordinal) : [];

    private void Read(string path, string[] columns, Action<DateOnly, TableRow> add, DayCounts counts)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var name = Path.GetFileName(path);
        var table = new TableReader(file, name, settings.Format, columns);
        if (table.Header.Except(columns) is { Count: > 0 } more)
        {
            // Whatever else an export tells may point at single visitors; it is refused before a row is read.
            throw new SourceException(
                FailureKind.Configuration,
                $"'{name}' has columns that numbers about many people do not need: {string.Join(", ", more)}. Export it with these only: {string.Join(", ", columns)}.");
        }

        while (table.Next())
        {
            if (table.Row is { } row && TableText.Day(row["date"]) is { } day && columns.All(column => row[column] is not null) && CountsOf(row))
            {
                add(day, row);
            }
            else
            {
                counts.AddMalformed();
            }
        }
    }

    private static bool CountsOf(TableRow row) =>
        new[] { row["visitors"], row["entries"], row["exits"] }.All(text => text is null || Count(text) is not null)
        && (row["dimension"] is not { } dimension || Measures.Dimensions.Contains(dimension));

    private static void AddTraffic(DayCounts counts, DateOnly day, TableRow row)
    {
        var page = WithoutQuery(row["page"]!);
        counts.Add(day, Measures.Page, page, Count(row["visitors"]!)!.Value);
        counts.Add(day, Measures.EntryPage, page, Count(row["entries"]!)!.Value);
        counts.Add(day, Measures.ExitPage, page, Count(row["exits"]!)!.Value);

        // A visit has one first page: the entries of a day are its visits.
        counts.Add(day, Measures.Visitors, string.Empty, Count(row["entries"]!)!.Value);
    }

    private static void AddDemographics(DayCounts counts, DateOnly day, TableRow row) =>
        counts.Add(day, row["dimension"]!, row["value"]!, Count(row["visitors"]!)!.Value);

    private static long? Count(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    /// <summary>What follows a question mark was often typed by a person.</summary>
    private static string WithoutQuery(string page) => page.IndexOfAny(['?', '#']) is >= 0 and var end ? page[..end] : page;
}
