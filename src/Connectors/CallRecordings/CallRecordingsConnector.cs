using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.CallRecordings.Writing;
using PersonalDataHub.Connectors.LogIndex;
using PersonalDataHub.Connectors.LogIndex.Files;
using PersonalDataHub.Connectors.LogIndex.Writing;

namespace PersonalDataHub.Connectors.CallRecordings;

/// <summary>Reads and changes a folder of call recordings with Asterisk's call detail records.</summary>
public sealed class CallRecordingsConnector
    : IConnector, ISupportsMedia, ISupportsFacts, ISupportsRectification, ISupportsRestriction, ISupportsErasure, IDisposable
{
    private readonly CallRecordingsSettings settings;
    private readonly TimeProvider clock;
    private readonly CallDetailRecordReader reader;
    private readonly CallSearch search;
    private readonly RecordingFolder recordings;
    private readonly LineIndex index;
    private readonly WriteGate gate;
    private readonly RestrictionManifest manifest;
    private readonly CallRectification rectification;
    private readonly CallRestriction restriction;
    private readonly CallErasure erasure;

    /// <summary>Makes the connector; opens nothing.</summary>
    public CallRecordingsConnector(SourceSettings source, TimeProvider clock)
    {
        this.clock = clock;
        settings = CallRecordingsSettings.Read(source, []);
        reader = new(settings);
        search = new(settings);
        recordings = new(settings.Folder, settings.RestrictedFolder);
        var folder = new LogFolder(settings.Folder, settings.FileName);
        index = new(folder, reader, source.WorkDirectory, "calls");

        var aside = Path.Combine(settings.Folder, settings.RestrictedFolder);
        gate = new(source.WorkDirectory, new(settings.Folder, "folder"), new WrittenFolder(aside, "restrictedFolder"));
        manifest = new(aside, gate.Files);
        var held = new HeldCalls(settings, search, reader);
        var moves = new RecordingMoves(recordings, gate.Files);
        var editing = new CallEditing(settings, index, new(folder, gate.Files));
        rectification = new(settings, held, editing);
        restriction = new(held, index, moves, manifest, clock);
        erasure = new(settings, held, editing, moves, manifest);
    }

    /// <summary>The steps by which files are changed.</summary>
    internal DurableFiles Files => gate.Files;

    /// <summary>Bytes read of the call detail records so far.</summary>
    internal long BytesRead => index.Meter.Total;

    /// <inheritdoc/>
    public SourceDescriptor Describe() => CallRecordingsDescriptor.For(settings);

    /// <inheritdoc/>
    public async Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await index.QueryAsync(Check, cancellationToken);
        }
        catch (SourceException failure)
        {
            return CheckResult.Unfit(failure.Kind, failure.Message);
        }
    }

    /// <inheritdoc/>
    public Task<ReadPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken) =>
        index.QueryAsync(snapshot => Read(request, snapshot, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<MediaPart> ReadMediaAsync(MediaRequest request, CancellationToken cancellationToken) =>
        recordings.ReadAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task<FactsResult> ReadFactsAsync(FactsRequest request, CancellationToken cancellationToken) =>
        index.QueryAsync(
            snapshot =>
            {
                RequireRecords(snapshot);
                var calls = search.Find(snapshot, request.Identities);
                var last = calls.Count == 0 ? null : reader.Read(snapshot.Read(calls[^1].Line));
                return new FactsResult(
                    [.. request.Facts.Select(name => name == FactKinds.LastContact
                        ? new SourceFact(name, last is not null, calls.Count, last?.EndedAt ?? last?.StartedAt)
                        : new SourceFact(name, false, 0, null))],
                    clock.GetUtcNow());
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<WriteResult> RectifyAsync(RectificationRequest request, CancellationToken cancellationToken) =>
        gate.RunAsync(request.Task, _ => rectification.RectifyAsync(request, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<WriteResult> RestrictAsync(RestrictionRequest request, CancellationToken cancellationToken) =>
        gate.RunAsync(request.Task, _ => restriction.RestrictAsync(request, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<WriteResult> PreviewErasureAsync(ErasureRequest request, CancellationToken cancellationToken) =>
        index.QueryAsync(snapshot => new WriteResult { Items = erasure.Preview(snapshot, request) }, cancellationToken);

    /// <inheritdoc/>
    public Task<WriteResult> EraseAsync(ErasureRequest request, CancellationToken cancellationToken) =>
        gate.RunAsync(request.Task, ledger => erasure.EraseAsync(request, ledger, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => index.Dispose();

    private CheckResult Check(IndexSnapshot snapshot)
    {
        RequireRecords(snapshot);
        var lines = snapshot.Files.Sum(file => file.Lines);
        if (lines > 0 && snapshot.Files.Sum(file => file.Malformed) == lines)
        {
            return CheckResult.Unfit(
                FailureKind.Configuration,
                $"No line of '{settings.FileName}' has the {settings.Columns.Count} columns that the settings name; "
                + "see 'columns' and Asterisk's cdr.conf.");
        }

        return CheckResult.Fit([$"{lines} call detail records in {snapshot.Files.Count} files.", .. snapshot.Gaps]);
    }

    private void RequireRecords(IndexSnapshot snapshot)
    {
        if (snapshot.Files.Count == 0)
        {
            throw new SourceException(
                FailureKind.Configuration,
                $"There is no '{settings.FileName}' in '{settings.Folder}'; mend 'folder' or 'callDetailRecords'.");
        }
    }

    private ReadPage Read(ReadRequest request, IndexSnapshot snapshot, CancellationToken cancellationToken)
    {
        RequireRecords(snapshot);
        var asOf = clock.GetUtcNow();
        if (!request.RecordTypes.Contains(CallRecordingsDescriptor.CallRecord))
        {
            return new() { Records = [], AsOf = asOf, Total = 0 };
        }

        var restricted = manifest.Read();
        var calls = search.Find(snapshot, request.Identities);
        var rest = PageMark.Parse(request.PageToken) is { } mark
            ? calls.Where(call => mark.IsBefore(PageMark.Of(call.Line))).ToList()
            : calls;
        var page = rest.Take(Math.Clamp(request.PageSize, 1, 1000)).ToList();
        var records = new List<PersonalRecord>(page.Count);
        var states = new List<RecordingState>(page.Count);
        foreach (var call in page)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var line = snapshot.Read(call.Line);
            var detail = reader.Read(line)!;
            var key = reader.Key(line);
            var state = recordings.Inspect(detail.RecordingPath);
            states.Add(state);
            records.Add(new()
            {
                RecordType = CallRecordingsDescriptor.CallRecord,
                Key = key,
                Values = CallRecordingsDescriptor.Values(settings, detail, state),
                Restricted = restricted.ContainsKey(key),
                StoredAt = detail.EndedAt,
                ObservedAt = detail.StartedAt,
                FoundBy = call.FoundBy,
            });
        }

        return new()
        {
            Records = records,
            NextPageToken = page.Count < rest.Count ? PageMark.Of(page[^1].Line).ToToken() : null,
            Total = calls.Count,
            AsOf = asOf,
            Gaps = [.. snapshot.Gaps, .. Gaps(states)],
        };
    }

    private static IEnumerable<string> Gaps(IEnumerable<RecordingState> states) => states
        .Where(state => state.Gap is not null)
        .GroupBy(state => state.Gap)
        .Select(group => $"{group.Key}: {group.Count()}.");
}
