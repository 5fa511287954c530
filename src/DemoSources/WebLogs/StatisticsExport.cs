using System.Globalization;
using System.Text;

namespace PersonalDataHub.DemoSources.WebLogs;

/// <summary>Writes what a statistics service exports: counts per day, none of a single visitor.</summary>
internal sealed class StatisticsExport(string directory, int seed, DateTimeOffset now)
{
    private const int Days = 30;
    private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly (string Dimension, string Value)[] groups =
        [("age", "18-24"), ("age", "25-34"), ("age", "35-44"), ("gender", "female"), ("gender", "male"), ("interest", "wellbeing"), ("interest", "travel")];

    public async Task WriteAsync(IReadOnlyList<string> pages, bool withDemographics, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(directory);
        var dice = new SeededDice(seed, pages.Count, DiceAspect.Visits);
        List<string> traffic = ["date,page,visitors,entries,exits"];
        List<string> demographics = ["date,dimension,value,visitors"];
        for (var age = Days; age >= 1; age--)
        {
            var day = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-age).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            traffic.AddRange(pages.Select(page => string.Create(
                CultureInfo.InvariantCulture, $"{day},{page},{dice.Between(8, 60)},{dice.Between(5, 30)},{dice.Between(5, 30)}")));
            demographics.AddRange(groups.Select(group => string.Create(
                CultureInfo.InvariantCulture, $"{day},{group.Dimension},{group.Value},{dice.Between(6, 25)}")));
        }

        await WriteAsync("traffic.csv", traffic, cancellationToken);
        if (withDemographics)
        {
            await WriteAsync("demographics.csv", demographics, cancellationToken);
        }
    }

    private Task WriteAsync(string name, IEnumerable<string> lines, CancellationToken cancellationToken) =>
        File.WriteAllTextAsync(Path.Combine(directory, name), string.Concat(lines.Select(line => line + "\n")), Plain, cancellationToken);
}
