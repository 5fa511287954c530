using System.Globalization;
using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.TestConnectors.WeeklyExport;

/// <summary>Reads points of a loyalty scheme from a CSV file that another system exports once a week.</summary>
/// <remarks>The first line may declare when the export was made: <c># exported 2026-10-30T03:00:00Z</c>; else the file's time is taken.</remarks>
internal sealed class WeeklyExportConnector(SourceSettings settings) : IConnector
{
    private const string Declaration = "# exported ";

    private string Path { get; } = System.IO.Path.Combine(settings.BaseDirectory, ((SettingsText)settings.Settings.Entries["file"]).Value);

    public SourceDescriptor Describe() => new()
    {
        RecordTypes =
        [
            new()
            {
                Name = "loyaltyAccount",
                PluralName = "loyaltyAccounts",
                Description = "An account of the loyalty scheme.",
                Category = "contact",
                Origin = DataOrigin.Observed,
                Fields =
                [
                    new() { Name = "number", Kind = FieldKind.Text, Description = "Customer number.", IdentityKind = IdentityKinds.CustomerNumber },
                    new() { Name = "points", Kind = FieldKind.Integer, Description = "Points collected." },
                ],
            },
        ],
        Accepts = [new(IdentityKinds.CustomerNumber)],
        Freshness = TimeSpan.FromDays(7),
    };

    public Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellationToken) => Task.FromResult(
        File.Exists(Path) ? CheckResult.Fit() : CheckResult.Unfit(FailureKind.Configuration, "The exported file does not exist."));

    public async Task<ReadPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        if (!File.Exists(Path))
        {
            throw new SourceException(FailureKind.Configuration, "The exported file does not exist.");
        }

        var lines = await File.ReadAllLinesAsync(Path, cancellationToken);
        var records = new List<PersonalRecord>();
        var malformed = 0;
        foreach (var columns in lines.Where(line => !line.StartsWith('#')).Select(line => line.Split(';')))
        {
            if (columns.Length != 2 || !long.TryParse(columns[1], CultureInfo.InvariantCulture, out var points))
            {
                malformed++;
                continue;
            }

            List<int> foundBy = [.. Enumerable.Range(0, request.Identities.Count).Where(position => request.Identities[position].Value == columns[0])];
            if (foundBy.Count > 0)
            {
                records.Add(new() { RecordType = "loyaltyAccount", Key = columns[0], Values = [new TextValue(columns[0]), new IntegerValue(points)], FoundBy = foundBy });
            }
        }

        return new() { Records = records, AsOf = AsOf(lines), Gaps = malformed == 0 ? [] : [$"{malformed} lines could not be read."] };
    }

    private DateTimeOffset AsOf(string[] lines) =>
        lines is [var first, ..] && first.StartsWith(Declaration, StringComparison.Ordinal)
            ? DateTimeOffset.Parse(first[Declaration.Length..], CultureInfo.InvariantCulture)
            : new(File.GetLastWriteTimeUtc(Path), TimeSpan.Zero);
}
