namespace PersonalDataHub.Connectors.WebStatistics;

/// <summary>What the statistics count.</summary>
internal static class Measures
{
    public const string Visitors = "visitors";
    public const string Page = "page";
    public const string EntryPage = "entryPage";
    public const string ExitPage = "exitPage";

    /// <summary>What demographics may be about; the words in the file's column <c>dimension</c>.</summary>
    public static IReadOnlyList<string> Dimensions { get; } = ["age", "gender", "interest"];

    /// <summary>The order in which they are told.</summary>
    public static IReadOnlyList<string> All { get; } = [Visitors, Page, EntryPage, ExitPage, .. Dimensions];
}
