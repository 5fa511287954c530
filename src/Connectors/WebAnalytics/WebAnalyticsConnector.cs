using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.LogIndex;
using PersonalDataHub.Connectors.LogIndex.Files;
using PersonalDataHub.Connectors.LogIndex.Writing;
using PersonalDataHub.Connectors.WebAnalytics.Writing;

namespace PersonalDataHub.Connectors.WebAnalytics;

/// <summary>Reads and changes a web site's access logs by the visitor's cookie.</summary>
public sealed class WebAnalyticsConnector : IConnector, ISupportsRestriction, ISupportsErasure, IDisposable
{
    private readonly WebAnalyticsSettings settings;
    private readonly TimeProvider clock;
    private readonly LineIndex log;
    private readonly LineIndex links;
    private readonly VisitReader reader;
    private readonly BrowserSearch browsers;
    private readonly WriteGate gate;
    private readonly ExclusionList exclusions;
    private readonly VisitErasure erasure;
    private readonly VisitRestriction restriction;

    /// <summary>Makes the connector; opens nothing.</summary>
    public WebAnalyticsConnector(SourceSettings source, TimeProvider clock)
    {
        this.clock = clock;
        settings = WebAnalyticsSettings.Read(source, []);
        browsers = new(settings);
        var search = new VisitSearch(settings, browsers);
        reader = new(settings, search);
        var logFolder = new LogFolder(settings.Folder, settings.FileName);
        log = new(logFolder, new AccessLogReader(), source.WorkDirectory, "visits");
        var linkFolder = new LogFolder(Path.GetDirectoryName(settings.LinkFile)!, Path.GetFileName(settings.LinkFile)) { Edited = true };
        links = new(linkFolder, new VisitorLinkReader(), source.WorkDirectory, "links");

        gate = new(
            source.WorkDirectory,
            new WrittenFolder(settings.Folder, "logs"),
            new WrittenFolder(linkFolder.Folder, "visitorLinks"),
            new WrittenFolder(Path.GetDirectoryName(settings.ExclusionFile)!, "exclusions"));
        exclusions = new(settings.ExclusionFile, gate.Files);
        erasure = new(log, new(logFolder, gate.Files), links, new(linkFolder, gate.Files), browsers, search, exclusions);
        restriction = new(settings, log, links, browsers, search, exclusions, clock);
    }

    /// <summary>The steps by which files are changed.</summary>
    internal DurableFiles Files => gate.Files;

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
                var page = reader.Read(request, snapshot, found, exclusions.Keys(), cancellationToken);
                return page with { AsOf = asOf, Gaps = [.. gaps, .. page.Gaps] };
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<WriteResult> RestrictAsync(RestrictionRequest request, CancellationToken cancellationToken) =>
        gate.RunAsync(request.Task, _ => restriction.RestrictAsync(request, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public async Task<WriteResult> PreviewErasureAsync(ErasureRequest request, CancellationToken cancellationToken) =>
        new() { Items = await erasure.PreviewAsync(request, cancellationToken) };

    /// <inheritdoc/>
    public Task<WriteResult> EraseAsync(ErasureRequest request, CancellationToken cancellationToken) =>
        gate.RunAsync(request.Task, ledger => erasure.EraseAsync(request, ledger, cancellationToken), cancellationToken);

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
