using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.LogIndex.Settings;

namespace PersonalDataHub.Connectors.WebAnalytics;

/// <summary>The settings of a web site's access logs.</summary>
internal sealed record WebAnalyticsSettings
{
    /// <summary><c>logs</c>: the folder of the access logs. Required.</summary>
    public required string Folder { get; init; }

    /// <summary><c>fileName</c>: the live log; its rotated files are found by it. Default <c>access.log</c>.</summary>
    public required string FileName { get; init; }

    /// <summary><c>visitorLinks</c>: the file of consented links. Default <c>visitor-links.csv</c> beside the logs.</summary>
    public required string LinkFile { get; init; }

    /// <summary><c>exclusions</c>: the file of restricted visits and links. Default <c>excluded-visits.csv</c> beside the logs.</summary>
    public required string ExclusionFile { get; init; }

    /// <summary><c>consentWords</c>: what the link file writes for a consent that is given. Default <c>given</c>, <c>granted</c>.</summary>
    public required IReadOnlyList<string> ConsentWords { get; init; }

    /// <summary><c>customerNumberIssuer</c>: the source whose customer numbers stand in the link file. Required.</summary>
    public required string CustomerNumberIssuer { get; init; }

    /// <summary><c>visitInactivity</c>: how long nothing is asked for before the next page begins a new visit. Default PT30M, PT1M to PT24H.</summary>
    public required TimeSpan VisitInactivity { get; init; }

    /// <summary><c>keepQueryStrings</c>: give paths and referrers with what follows the question mark. Default false.</summary>
    public required bool KeepQueryStrings { get; init; }

    /// <summary><c>keepWholeAddresses</c>: give IP addresses whole instead of their network. Default false.</summary>
    public required bool KeepWholeAddresses { get; init; }

    /// <summary><c>timeZone</c>: the zone in which the days of an identity's validity are counted. Default <c>Europe/Helsinki</c>.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>Reads the settings and adds what is wrong with them to <paramref name="mistakes"/>.</summary>
    public static WebAnalyticsSettings Read(SourceSettings source, List<SettingsMistake> mistakes)
    {
        var reader = new SettingsReader(source.Settings, "", mistakes);
        var logs = reader.Text("logs");
        var settings = new WebAnalyticsSettings
        {
            Folder = Path.GetFullPath(logs, source.BaseDirectory),
            FileName = reader.FileName("fileName", "access.log"),
            LinkFile = Path.GetFullPath(
                reader.Text("visitorLinks", Path.Combine(logs, "visitor-links.csv")), source.BaseDirectory),
            ExclusionFile = Path.GetFullPath(
                reader.Text("exclusions", Path.Combine(logs, "excluded-visits.csv")), source.BaseDirectory),
            ConsentWords = reader.Texts("consentWords", ["given", "granted"]),
            CustomerNumberIssuer = reader.Text("customerNumberIssuer"),
            VisitInactivity = reader.Duration(
                "visitInactivity", TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(1), TimeSpan.FromHours(24)),
            KeepQueryStrings = reader.Flag("keepQueryStrings", false),
            KeepWholeAddresses = reader.Flag("keepWholeAddresses", false),
            TimeZone = reader.TimeZone("timeZone", "Europe/Helsinki"),
        };
        if (settings.ExclusionFile == settings.LinkFile)
        {
            reader.Report("exclusions", "'exclusions' is another file than 'visitorLinks'; the hub alone writes it.");
        }

        if (settings.ConsentWords.Count == 0)
        {
            reader.Report("consentWords", "'consentWords' names at least one word, such as given.");
        }

        reader.Finish();
        return settings;
    }
}
