using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.LogIndex;
using PersonalDataHub.Connectors.LogIndex.Storage;
using PersonalDataHub.Connectors.LogIndex.Writing;

namespace PersonalDataHub.Connectors.WebAnalytics.Writing;

/// <summary>Erases visits from the logs and links from the link file.</summary>
/// <remarks>
/// Links go last and a visit's first line is its last to go: until then both are found as before, so a repeat after a
/// crash goes on where the first attempt ended.
/// </remarks>
internal sealed class VisitErasure(
    LineIndex log, LogEditor logEditor, LineIndex links, LogEditor linkEditor, BrowserSearch browsers, VisitSearch search, ExclusionList exclusions)
{
    private const int Rounds = 10;

    private static readonly WriteUnsupported whole =
        new("A visit or link is erased as a whole: its values are parts of log lines that make no sense without each other.");

    private static readonly WriteRetained needed = new(
        "Several customers use the browser, and visits are still attributed to this one: without the link they would pass to another customer.",
        null,
        "the erasure of those visits");

    /// <summary>Says what would become of each target.</summary>
    public async Task<IReadOnlyList<WriteItem>> PreviewAsync(ErasureRequest request, CancellationToken cancellationToken)
    {
        var held = await FindAsync(request, cancellationToken);
        return [.. request.Targets.Select(target => Answer(target, held) ?? (held.Holds(target) ? new WriteDone() : new WriteNotHeld()))];
    }

    public async Task<IReadOnlyList<WriteItem>> EraseAsync(
        ErasureRequest request, WriteLedger ledger, CancellationToken cancellationToken)
    {
        var held = await FindAsync(request, cancellationToken);
        foreach (var key in held.Visits.Keys.Concat(held.Links.Keys.Except(held.Needed)))
        {
            ledger.Begin(key);
        }

        exclusions.Remove(held.Visits.Keys.Concat(held.Links.Keys.Except(held.Needed)).ToHashSet(StringComparer.Ordinal));
        await EraseVisitsAsync(request, cancellationToken);
        await EraseLinksAsync([.. held.Links.Where(link => !held.Needed.Contains(link.Key)).Select(link => link.Value)], cancellationToken);
        return [.. request.Targets.Select(target => Answer(target, held) ?? ledger.AnswerFor(target.Key))];
    }

    private static WriteItem? Answer(RecordTarget target, HeldRecords held) =>
        target.RecordType is not (WebAnalyticsDescriptor.Visit or WebAnalyticsDescriptor.VisitorLink) ? new WriteNotHeld()
        : target.Field is not null ? whole
        : target.RecordType == WebAnalyticsDescriptor.VisitorLink && held.Needed.Contains(target.Key) ? needed
        : null;

    /// <summary>Looks again until nothing is left: the log is rotated and packed while it is edited.</summary>
    private async Task EraseVisitsAsync(ErasureRequest request, CancellationToken cancellationToken)
    {
        var known = await links.QueryAsync(index => browsers.Find(index, request.Identities), cancellationToken);
        for (var round = 1; round <= Rounds; round++)
        {
            var files = await log.QueryAsync(index => Plan(index, known, request), cancellationToken);
            if (files.Count == 0)
            {
                if (round > 1)
                {
                    logEditor.RequireNothingBeingPacked();
                }

                return;
            }

            // Only when a newer file is done may an older one be touched.
            _ = files.TakeWhile(file => logEditor.Apply(file.File, file.Changes)).Count();
            await log.RenewAsync(files.Select(file => file.File.Id), cancellationToken);
        }

        throw new SourceException(FailureKind.Transient, "The access logs keep changing while they are edited; try again.");
    }

    /// <summary>The lines to remove, by file, the newest file first; with fillers of earlier erasures where a file can be rewritten.</summary>
    private List<(KnownFile File, List<LineChange> Changes)> Plan(IndexSnapshot index, IReadOnlyList<Browser> known, ErasureRequest request)
    {
        var lines = HeldRecords.Find(index, search, known, request.Identities, request.Targets).Visits.Values
            .SelectMany(visit => visit.Lines)
            .Concat(index.Find(AccessLogReader.FillerKey, "").Where(line => CanSweep(FileOf(index, line))));
        return
        [
            .. lines
                .GroupBy(line => line.File)
                .OrderByDescending(file => file.Max(line => line.At))
                .Select(file => (
                    FileOf(index, file.First()),
                    file.Select(line => new LineChange(line, index.Read(line), null)).ToList())),
        ];
    }

    private bool CanSweep(KnownFile file) => !file.Broken && logEditor.MayRewrite(file);

    private static KnownFile FileOf(IndexSnapshot index, LineHit line) => index.Files.First(file => file.Id == line.File);

    /// <summary>Removes every row of the links, those of withdrawn and renewed consents too.</summary>
    private async Task EraseLinksAsync(IReadOnlyList<VisitorLink> erased, CancellationToken cancellationToken)
    {
        var pairs = erased.Select(link => (link.VisitorId, link.CustomerNumber)).ToHashSet();
        for (var round = 1; round <= Rounds && pairs.Count > 0; round++)
        {
            var (file, rows) = await links.QueryAsync(Rows, cancellationToken);
            if (file is null)
            {
                return;
            }

            linkEditor.Apply(file, rows);
            await links.RenewAsync([file.Id], cancellationToken);
        }

        if (pairs.Count > 0)
        {
            throw new SourceException(FailureKind.Transient, "The link file keeps changing while it is edited; try again.");
        }

        (KnownFile? File, IReadOnlyList<LineChange> Rows) Rows(IndexSnapshot index)
        {
            var rows = pairs.Select(pair => pair.VisitorId).Distinct(StringComparer.Ordinal)
                .SelectMany(visitor => index.Find(VisitorLinkReader.VisitorKey, visitor))
                .Select(line => new LineChange(line, index.Read(line), null))
                .Where(row => VisitorLinkReader.Read(row.Old) is { } link && pairs.Contains((link.VisitorId, link.CustomerNumber)))
                .ToList();
            return (rows.Count == 0 ? null : FileOf(index, rows[0].Line), rows);
        }
    }

    private async Task<HeldRecords> FindAsync(ErasureRequest request, CancellationToken cancellationToken)
    {
        var known = await links.QueryAsync(index => browsers.Find(index, request.Identities), cancellationToken);
        return await log.QueryAsync(
            index => HeldRecords.Find(index, search, known, request.Identities, request.Targets), cancellationToken);
    }
}
