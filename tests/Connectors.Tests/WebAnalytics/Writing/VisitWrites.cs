using System.IO.Compression;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.WebAnalytics;

namespace PersonalDataHub.Connectors.Tests.WebAnalytics.Writing;

/// <summary>Asking for changes of visits, and looking at what is left in the files.</summary>
internal static class VisitWrites
{
    private static readonly TaskKey task = new(new Guid("0190a1b2-0000-7000-8000-000000000002"), 1);

    public static RecordTarget Visit(string key, string? field = null) => new("visit", key, field);

    public static RecordTarget Link(string key) => new("visitorLink", key);

    public static ErasureRequest Erasure(SubjectIdentity identity, params IReadOnlyList<RecordTarget> targets) =>
        new() { Task = task, Identities = [identity], Targets = targets };

    public static async Task<IReadOnlyList<WriteItem>> EraseAsync(
        this WebAnalyticsConnector connector, SubjectIdentity identity, params IReadOnlyList<RecordTarget> targets) =>
        (await connector.EraseAsync(Erasure(identity, targets), TestContext.Current.CancellationToken)).Items;

    public static async Task<IReadOnlyList<WriteItem>> PreviewAsync(
        this WebAnalyticsConnector connector, SubjectIdentity identity, params IReadOnlyList<RecordTarget> targets) =>
        (await connector.PreviewErasureAsync(Erasure(identity, targets), TestContext.Current.CancellationToken)).Items;

    public static async Task<IReadOnlyList<WriteItem>> RestrictAsync(
        this WebAnalyticsConnector connector, SubjectIdentity identity, bool restricted, params IReadOnlyList<RecordTarget> targets) =>
        (await connector.RestrictAsync(
            new() { Task = task, Identities = [identity], Targets = targets, Restricted = restricted },
            TestContext.Current.CancellationToken)).Items;

    /// <summary>All visits and links of a person, as targets.</summary>
    public static async Task<IReadOnlyList<RecordTarget>> TargetsAsync(this WebAnalyticsConnector connector, SubjectIdentity identity) =>
    [
        .. (await connector.LinksAsync(identity)).Records.Select(record => Link(record.Key)),
        .. (await connector.VisitsAsync(identity)).Records.Select(record => Visit(record.Key)),
    ];

    /// <summary>The lines of all files in a folder, archives unpacked.</summary>
    public static IReadOnlyList<string> Lines(string folder, string pattern = "*") =>
        [.. Directory.GetFiles(folder, pattern).Order(StringComparer.Ordinal).SelectMany(Lines)];

    private static IEnumerable<string> Lines(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(
            path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
