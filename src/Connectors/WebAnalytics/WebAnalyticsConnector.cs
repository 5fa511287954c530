using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.LogIndex;
using PersonalDataHub.Connectors.LogIndex.Files;

namespace PersonalDataHub.Connectors.WebAnalytics;

/// <summary>Reads a web site's access logs by the visitor's cookie.</summary>
public sealed class WebAnalyticsConnector : IConnector, IDisposable
{
    private readonly WebAnalyticsSettings settings;
    private readonly TimeProvider clock;
    private readonly LineIndex log;
    private readonly LineIndex links;
    private readonly VisitReader reader;
    private readonly BrowserSearch browsers;

    /// <summary>Makes the connector; opens nothing.</summary>
    public WebAnalyticsConnector(SourceSettings source, TimeProvider clock)
    {
        this.clock = clock;
        settings = WebAnalyticsSettings.Read(source, []);
        browsers = new(settings);
        reader = new(settings, new(settings, browsers));
        log = new(new LogFolder(settings.Folder, settings.FileName), new AccessLogReader(), source.WorkDirectory, "visits");
        links = new(
            new LogFolder(Path.GetDirectoryName(settings.LinkFile)!, Path.GetFileName(settings.LinkFile)) { Edited = true },
            new VisitorLinkReader(),
            source.WorkDirectory,
            "links");
    }

    /// <summary>Bytes read of logs and links so far.</summary>
    internal long BytesRead => log.Meter.Total + links.Meter.Total;

    /// <inheritdoc/>
    public SourceDescriptor Describe() => WebAnalyticsDescriptor.For(settings);

    /// <inheritdoc/>
    public async Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var linked = await links.QueryAsync(CheckLinks, cancellationToken);
            return await log.QueryAsync(snapshot => Check(snapshot, linked), cancellationToken);
        }
        catch (SourceException failure)
        {
            return CheckResult.Unfit(failure.Kind, failure.Message);
        }
    }

    /// <inheritdoc/>
    public async Task<ReadPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        var asOf = clock.GetUtcNow();
        var (found, gaps) = await links.QueryAsync(
            snapshot => (browsers.Find(snapshot, request.Identities), snapshot.Gaps), cancellationToken);
        return await log.QueryAsync(
            snapshot =>
            {
                RequireLogs(snapshot);
                var page = reader.Read(request, snapshot, found, cancellationToken);
                return page with { AsOf = asOf, Gaps = [.. gaps, .. page.Gaps] };
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        log.Dispose();
        links.Dispose();
    }

    private void RequireLogs(IndexSnapshot snapshot)
    {
        if (snapshot.Files.Count == 0)
        {
            throw new SourceException(
                FailureKind.Configuration,
                $"There is no '{settings.FileName}' in '{settings.Folder}'; mend 'logs' or 'fileName'.");
        }
    }

    private IReadOnlyList<string> CheckLinks(IndexSnapshot snapshot) => snapshot.Files.Count == 0
        ? [$"There is no '{Path.GetFileName(settings.LinkFile)}': no visitor is linked to a customer."]
        : snapshot.Gaps;

    private CheckResult Check(IndexSnapshot snapshot, IReadOnlyList<string> linked)
    {
        RequireLogs(snapshot);
        var lines = snapshot.Files.Sum(file => file.Lines);
        if (lines > 0 && snapshot.Files.Sum(file => file.Malformed) == lines)
        {
            return CheckResult.Unfit(
                FailureKind.Configuration,
                $"No line of '{settings.FileName}' is in the combined format; see the server's log format.");
        }

        return CheckResult.Fit(
        [
            $"{lines} lines in {snapshot.Files.Count} files.",
            .. snapshot.HasEntries() ? [] : (string[])["No line carries a visitor id: the log's format ends with the cookie, in quotes."],
            .. snapshot.Gaps,
            .. linked,
        ]);
    }
}
