using PersonalDataHub.Connectors.LogIndex.Settings;

namespace PersonalDataHub.Connectors.CallRecordings;

/// <summary>The columns of Asterisk's <c>cdr_csv</c>, by their names there.</summary>
internal static class CallColumns
{
    public const string AccountCode = "accountcode";
    public const string Source = "src";
    public const string Destination = "dst";
    public const string Context = "dcontext";
    public const string CallerId = "clid";
    public const string Channel = "channel";
    public const string DestinationChannel = "dstchannel";
    public const string Start = "start";
    public const string Answer = "answer";
    public const string End = "end";
    public const string Duration = "duration";
    public const string TalkTime = "billsec";
    public const string Disposition = "disposition";
    public const string UniqueId = "uniqueid";
    public const string UserField = "userfield";
    public const string PeerAccount = "peeraccount";
    public const string LastData = "lastdata";

    /// <summary>What Asterisk writes with <c>loguniqueid</c> and <c>loguserfield</c> on.</summary>
    public static IReadOnlyList<string> Default { get; } =
    [
        AccountCode, Source, Destination, Context, CallerId, Channel, DestinationChannel, "lastapp", LastData,
        Start, Answer, End, Duration, TalkTime, Disposition, "amaflags", UniqueId, UserField,
    ];

    /// <summary>The fields that people and networks wrote, not the exchange.</summary>
    public static IReadOnlyList<string> Annotations { get; } = ["callerName", "note"];

    private static readonly IReadOnlyList<string> Known = [.. Default, PeerAccount, "linkedid", "sequence"];

    private static readonly IReadOnlyList<string> Required =
        [AccountCode, Source, Destination, Start, End, Duration, TalkTime, Disposition];

    public static void Check(IReadOnlyList<string> columns, string userField, SettingsReader reader)
    {
        foreach (var unknown in columns.Except(Known, StringComparer.Ordinal))
        {
            reader.Report("columns", $"There is no column '{unknown}'; there are: {string.Join(", ", Known)}.");
        }

        foreach (var twice in columns.GroupBy(column => column).Where(group => group.Count() > 1))
        {
            reader.Report("columns", $"The column '{twice.Key}' stands there more than once.");
        }

        foreach (var missing in Required.Except(columns, StringComparer.Ordinal))
        {
            reader.Report("columns", $"The column '{missing}' is missing; calls cannot be told without it.");
        }

        if (userField != "other" && !columns.Contains(UserField, StringComparer.Ordinal))
        {
            reader.Report("columns", "The column 'userfield' is missing, but 'userField' says what it holds.");
        }
    }
}
