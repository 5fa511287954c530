using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Tables;

namespace PersonalDataHub.Connectors.Paper;

/// <summary>Reads a paper archive's index and says what its custodian has to do.</summary>
/// <remarks>Nothing is written here: when the custodian has done it and has brought the index up to date, reading back tells.</remarks>
public sealed class PaperConnector : IConnector, ISupportsRectification, ISupportsRestriction, ISupportsErasure
{
    private readonly PaperSettings settings;
    private readonly PaperArchive archive;
    private readonly PaperTasks tasks;

    /// <summary>Makes the connector; opens nothing.</summary>
    public PaperConnector(SourceSettings source)
    {
        settings = PaperSettings.Read(source, []);
        archive = new(settings);
        tasks = new(settings);
    }

    /// <summary>How many lines of the index were read to find documents at all.</summary>
    internal long LinesIndexed => archive.LinesIndexed;

    /// <inheritdoc/>
    public SourceDescriptor Describe() => PaperDescriptor.For(settings);

    /// <inheritdoc/>
    public async Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return CheckResult.Fit(await archive.QueryAsync(Remarks, cancellationToken).ConfigureAwait(false));
        }
        catch (SourceException failure)
        {
            return CheckResult.Unfit(failure.Kind, failure.Message);
        }
    }

    /// <inheritdoc/>
    public Task<ReadPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken) => archive.QueryAsync(
        view =>
        {
            var found = archive.Find(view, request.Identities);
            return PagePosition.Cut([.. found.Select(one => Record(one.Document, one.FoundBy))], request, view.State, view.WrittenAt, Gaps(view, found));
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<WriteResult> RectifyAsync(RectificationRequest request, CancellationToken cancellationToken) => WriteAsync(
        request.Identities,
        request.Corrections,
        correction => correction.Target,
        (correction, document, _) => Rectify(correction, document),
        cancellationToken);

    /// <inheritdoc/>
    public Task<WriteResult> RestrictAsync(RestrictionRequest request, CancellationToken cancellationToken) => WriteAsync(
        request.Identities,
        request.Targets,
        target => target,
        (target, document, view) => document is null ? new WriteNotHeld()
            : target.Field is not null ? new WriteUnsupported("A paper document is restricted as a whole.")
            : view.Header.Find(settings.Columns.Restricted) is null
                ? new WriteUnsupported($"The archive's index has no column '{settings.Columns.Restricted}' that could tell of a restriction.")
            : document.Restricted == request.Restricted ? new WriteDone()
            : tasks.Restrict(document, request.Restricted),
        cancellationToken);

    /// <inheritdoc/>
    public Task<WriteResult> PreviewErasureAsync(ErasureRequest request, CancellationToken cancellationToken) => EraseAsync(request, cancellationToken);

    /// <inheritdoc/>
    public Task<WriteResult> EraseAsync(ErasureRequest request, CancellationToken cancellationToken) => WriteAsync(
        request.Identities,
        request.Targets,
        target => target,
        (target, document, view) => document is null
            ? PaperArchive.Has(view, target.Key) ? new WriteNotHeld() : new WriteDone()
            : Erase(target, document),
        cancellationToken);

    private Task<WriteResult> WriteAsync<T>(
        IReadOnlyList<SubjectIdentity> identities,
        IReadOnlyList<T> wanted,
        Func<T, RecordTarget> targetOf,
        Func<T, PaperDocument?, TableView, WriteItem> answer,
        CancellationToken cancellationToken) => archive.QueryAsync(
        view =>
        {
            var held = archive.Find(view, identities).ToDictionary(found => found.Document.Key, found => found.Document, StringComparer.Ordinal);
            return new WriteResult
            {
                Items = [.. wanted.Select(one => targetOf(one).RecordType == PaperDescriptor.Document
                    ? answer(one, held.GetValueOrDefault(targetOf(one).Key), view)
                    : new WriteNotHeld())],
            };
        },
        cancellationToken);

    private WriteItem Rectify(FieldCorrection correction, PaperDocument? document)
    {
        if (document is null)
        {
            return new WriteNotHeld();
        }

        if (Refusal(correction.Target.Field) is { } refusal)
        {
            return refusal;
        }

        var now = Value(document, correction.Target.Field!);
        return Equals(now, correction.NewValue) ? new WriteDone()
            : !Equals(now, correction.Expected) ? new WriteConflict($"The archive's index now says something else of '{correction.Target.Field}'.")
            : tasks.Correct(document, correction.Target.Field!);
    }

    private WriteItem Erase(RecordTarget target, PaperDocument document) =>
        target.Field is not { } field ? tasks.Erase(document)
        : Refusal(field) is { } refusal ? refusal
        : Value(document, field) is null ? new WriteDone()
        : tasks.Erase(document, field);

    private static WriteUnsupported? Refusal(string? field) =>
        field is null ? new("A paper document is corrected field by field.")
        : PaperDescriptor.Correctable.Contains(field) ? null
        : PaperDescriptor.OfTheArchive.Contains(field) ? new("It tells of the archive, not of the person; its place is the source's settings.")
        : new("The archive knows the document by it; erase the document as a whole, or have it filed anew.");

    private FieldValue? Value(PaperDocument document, string field)
    {
        var fields = Describe().RecordTypes[0].Fields;
        return PaperDescriptor.Values(settings, document)[fields.TakeWhile(one => one.Name != field).Count()];
    }

    private PersonalRecord Record(PaperDocument document, IReadOnlyList<int> foundBy) => new()
    {
        RecordType = PaperDescriptor.Document,
        Key = document.Key,
        Values = PaperDescriptor.Values(settings, document),
        StoredAt = document.Handled is { } handled ? new(handled.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null,
        ObservedAt = null,
        Restricted = document.Restricted,
        FoundBy = foundBy,
    };

    private static List<string> Gaps(TableView view, IReadOnlyList<(PaperDocument Document, IReadOnlyList<int> FoundBy)> found)
    {
        var gaps = new List<string>();
        if (found.Count(one => one.Document.Doubtful) is > 0 and var doubtful)
        {
            gaps.Add($"{doubtful} lines of the archive's index have a date or mark that could not be read.");
        }

        if (view.Malformed + PaperArchive.Incomplete(view) is > 0 and var unread)
        {
            gaps.Add($"{unread} lines of the archive's index could not be read, or name no document or no customer.");
        }

        return gaps;
    }

    private List<string> Remarks(TableView view)
    {
        List<string> remarks = [$"The index names {view.Rows} documents at {settings.Location}; {settings.Custodian} looks after them."];
        if (view.Malformed + PaperArchive.Incomplete(view) is > 0 and var unread)
        {
            remarks.Add($"{unread} lines of the index could not be read, or name no document or no customer.");
        }

        if (archive.Waiting(view) is > 0 and var waiting)
        {
            remarks.Add($"{waiting} documents were not handled yet, so they are not in the {(settings.Locked ? "locked " : string.Empty)}archive.");
        }

        if (!settings.Locked)
        {
            remarks.Add("The settings say that the archive is not locked.");
        }

        return remarks;
    }
}
