using System.Globalization;
using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.TestConnectors.WeeklyExport;

/// <summary>The export as it stands: points by customer number.</summary>
/// <remarks>The first line may declare when it was made: <c># exported 2026-10-30T03:00:00Z</c>; else the file's time is taken.</remarks>
internal sealed record Export(IReadOnlyDictionary<string, long?> Points, int Malformed, DateTimeOffset ExportedAt)
{
    private const string Declaration = "# exported ";

    public static async Task<Export> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new SourceException(FailureKind.Configuration, "The exported file does not exist.");
        }

        var lines = await File.ReadAllLinesAsync(path, cancellationToken);
        var points = new Dictionary<string, long?>();
        var malformed = 0;
        foreach (var columns in lines.Where(line => !line.StartsWith('#')).Select(line => line.Split(';')))
        {
            if (columns is [var number, ""])
            {
                points[number] = null;
            }
            else if (columns is [var account, var text] && long.TryParse(text, CultureInfo.InvariantCulture, out var value))
            {
                points[account] = value;
            }
            else
            {
                malformed++;
            }
        }

        return new(points, malformed, ExportedAtOf(lines, path));
    }

    /// <summary>When the first export after the moment is made.</summary>
    public DateTimeOffset NextAfter(DateTimeOffset moment)
    {
        var weeks = Math.Floor((moment - ExportedAt) / WeeklyExportConnector.Week) + 1;
        return ExportedAt + (Math.Max(weeks, 1) * WeeklyExportConnector.Week);
    }

    private static DateTimeOffset ExportedAtOf(string[] lines, string path) =>
        lines is [var first, ..] && first.StartsWith(Declaration, StringComparison.Ordinal)
            ? DateTimeOffset.Parse(first[Declaration.Length..], CultureInfo.InvariantCulture)
            : new(File.GetLastWriteTimeUtc(path), TimeSpan.Zero);
}
