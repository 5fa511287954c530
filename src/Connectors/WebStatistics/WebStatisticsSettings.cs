using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.LogIndex.Settings;
using PersonalDataHub.Connectors.Tables;

namespace PersonalDataHub.Connectors.WebStatistics;

/// <summary>The settings of a web statistics service's exports.</summary>
internal sealed record WebStatisticsSettings
{
    /// <summary>No protection at all would be 1; a number above this hides what the statistics are for.</summary>
    private const int LargestThreshold = 1000;

    /// <summary><c>folder</c>: where the exports lie. Required.</summary>
    public required string Folder { get; init; }

    /// <summary><c>traffic</c>: the names of the files of visits; <c>*</c> stands for anything. Default <c>traffic*.csv</c>.</summary>
    public required string Traffic { get; init; }

    /// <summary><c>demographics</c>: the names of the files of ages, genders and interests. Default <c>demographics*.csv</c>.</summary>
    public required string Demographics { get; init; }

    /// <summary><c>separator</c> and <c>encoding</c> of the files.</summary>
    public required TableFormat Format { get; init; }

    /// <summary><c>smallestNumber</c>: rows of a day that count fewer are put together as "other". 2 to 1000, default 5.</summary>
    public required int SmallestNumber { get; init; }

    /// <summary><c>freshness</c>: how old the newest numbers can be. Default <c>P1D</c>.</summary>
    public required TimeSpan Freshness { get; init; }

    /// <summary>Reads the settings and adds what is wrong with them to <paramref name="mistakes"/>.</summary>
    public static WebStatisticsSettings Read(SourceSettings source, List<SettingsMistake> mistakes)
    {
        var reader = new SettingsReader(source.Settings, "", mistakes);
        var settings = new WebStatisticsSettings
        {
            Folder = Path.GetFullPath(reader.Text("folder"), source.BaseDirectory),
            Traffic = reader.FileName("traffic", "traffic*.csv"),
            Demographics = reader.FileName("demographics", "demographics*.csv"),
            Format = TableFormat.Read(reader),
            SmallestNumber = int.TryParse(reader.Text("smallestNumber", "5"), out var smallest) ? smallest : 0,
            Freshness = reader.Duration("freshness", TimeSpan.FromDays(1), TimeSpan.Zero, TimeSpan.FromDays(90)),
        };
        if (settings.SmallestNumber is < 2 or > LargestThreshold)
        {
            reader.Report("smallestNumber", $"'smallestNumber' is a whole number from 2 to {LargestThreshold}: a row that counts one person tells of that person.");
        }

        reader.Finish();
        return settings;
    }
}
