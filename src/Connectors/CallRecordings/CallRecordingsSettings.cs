using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.LogIndex.Settings;

namespace PersonalDataHub.Connectors.CallRecordings;

/// <summary>The settings of a folder of call recordings.</summary>
internal sealed record CallRecordingsSettings
{
    /// <summary>The value of <c>userField</c> that says a call's user field names its recording.</summary>
    public const string RecordingPath = "recordingPath";

    /// <summary>The value of <c>userField</c> that says a call's user field holds what the agent wrote down of it.</summary>
    public const string Note = "note";

    /// <summary><c>folder</c>: where the call detail records and the recordings lie. Required.</summary>
    public required string Folder { get; init; }

    /// <summary><c>callDetailRecords</c>: the file's name within the folder. Default <c>Master.csv</c>.</summary>
    public required string FileName { get; init; }

    /// <summary><c>columns</c>: the file's columns, in order. Default: Asterisk's, with uniqueid and userfield.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary><c>userField</c>: <c>recordingPath</c> (default), <c>note</c> or <c>other</c>.</summary>
    public required string UserField { get; init; }

    public bool UserFieldIsRecording => UserField == RecordingPath;

    public bool UserFieldIsNote => UserField == Note;

    /// <summary>
    /// <c>timeZone</c>: the zone in which days are counted and, unless <see cref="UseGmTime"/>, times are written.
    /// Default <c>Europe/Helsinki</c>.
    /// </summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary><c>useGmTime</c>: as <c>usegmtime</c> in Asterisk's <c>cdr.conf</c>: times are written in UTC. Default false.</summary>
    public required bool UseGmTime { get; init; }

    /// <summary><c>customerNumberIssuer</c>: the source whose customer numbers stand in <c>accountcode</c>. Required.</summary>
    public required string CustomerNumberIssuer { get; init; }

    /// <summary><c>countryCode</c>: the country of numbers written without one, in digits. Default <c>358</c>.</summary>
    public required string CountryCode { get; init; }

    /// <summary><c>inboundContexts</c>: dialplan contexts in which calls from outside arrive. Default <c>from-trunk</c>, <c>from-pstn</c>.</summary>
    public required IReadOnlyList<string> InboundContexts { get; init; }

    /// <summary><c>outboundContexts</c>: dialplan contexts in which calls to outside begin. Default <c>from-internal</c>.</summary>
    public required IReadOnlyList<string> OutboundContexts { get; init; }

    /// <summary>
    /// <c>correctable</c>: the fields that may be corrected: <c>callerName</c>, <c>note</c>. Default: both, as far as there
    /// are any.
    /// </summary>
    public required IReadOnlyList<string> Correctable { get; init; }

    /// <summary><c>restrictedFolder</c>: the folder below <see cref="Folder"/> for recordings kept restricted. Default <c>restricted</c>.</summary>
    public required string RestrictedFolder { get; init; }

    /// <summary>Reads the settings and adds what is wrong with them to <paramref name="mistakes"/>.</summary>
    public static CallRecordingsSettings Read(SourceSettings source, List<SettingsMistake> mistakes)
    {
        var reader = new SettingsReader(source.Settings, "", mistakes);
        var settings = new CallRecordingsSettings
        {
            Folder = Path.GetFullPath(reader.Text("folder"), source.BaseDirectory),
            FileName = reader.FileName("callDetailRecords", "Master.csv"),
            Columns = reader.Texts("columns", CallColumns.Default),
            UserField = reader.Choice("userField", RecordingPath, RecordingPath, Note, "other"),
            TimeZone = reader.TimeZone("timeZone", "Europe/Helsinki"),
            UseGmTime = reader.Flag("useGmTime", false),
            CustomerNumberIssuer = reader.Text("customerNumberIssuer"),
            CountryCode = reader.Text("countryCode", "358"),
            InboundContexts = reader.Texts("inboundContexts", ["from-trunk", "from-pstn"]),
            OutboundContexts = reader.Texts("outboundContexts", ["from-internal"]),
            Correctable = reader.Texts("correctable", CallColumns.Annotations),
            RestrictedFolder = reader.FileName("restrictedFolder", "restricted"),
        };
        CallColumns.Check(settings.Columns, settings.UserField, reader);
        foreach (var unknown in settings.Correctable.Except(CallColumns.Annotations, StringComparer.Ordinal))
        {
            reader.Report(
                "correctable",
                $"'{unknown}' cannot be corrected; these can: {string.Join(", ", CallColumns.Annotations)}. The rest is what the exchange measured.");
        }

        if (settings.CountryCode is not { Length: >= 1 and <= 3 } code || code.Any(digit => !char.IsAsciiDigit(digit)))
        {
            reader.Report("countryCode", "'countryCode' is one to three digits, such as 358.");
        }

        reader.Finish();
        return settings;
    }
}
