using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.LogIndex.Writing;
using PersonalDataHub.Connectors.PartnerFeed.Settings;
using PersonalDataHub.Connectors.Tables;

namespace PersonalDataHub.Connectors.PartnerFeed;

/// <summary>Reads the tables that a partner delivers, and erases from them.</summary>
public sealed class PartnerFeedConnector : IConnector, ISupportsRectification, ISupportsErasure
{
    private const string ListFolder = ".erased";

    private readonly PartnerFeedSettings settings;
    private readonly TimeProvider clock;
    private readonly WriteGate gate;
    private readonly SuppressionList suppressed;
    private readonly Deliveries deliveries;
    private readonly FeedErasure erasure;

    /// <summary>Makes the connector; opens nothing.</summary>
    public PartnerFeedConnector(SourceSettings source, TimeProvider clock)
    {
        this.clock = clock;
        settings = PartnerFeedSettingsReader.Read(source, []);
        gate = new(source.WorkDirectory, new WrittenFolder(settings.Folder, "folder"));
        suppressed = new(Path.Combine(settings.Folder, ListFolder), gate.Files);
        deliveries = new(settings, source.Source, suppressed);
        erasure = new(settings, deliveries, suppressed, gate.Files);
    }

    /// <summary>The steps by which files are changed.</summary>
    internal DurableFiles Files => gate.Files;

    /// <inheritdoc/>
    public SourceDescriptor Describe() => PartnerFeedDescriptor.For(settings);

    /// <inheritdoc/>
    public async Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var all = deliveries.All();
            if (all.Count == 0)
            {
                return CheckResult.Fit("No delivery has arrived yet.");
            }

            List<string> remarks = [$"{all.Count} deliveries, the newest of {all[0].Day:yyyy-MM-dd}."];
            if (clock.GetUtcNow() - MomentOf(all[0].Day) > 2 * settings.Freshness)
            {
                remarks.Add($"The newest delivery is late: one should come every {System.Xml.XmlConvert.ToString(settings.Freshness)}.");
            }

            var (malformed, returned) = await CountAsync(all, cancellationToken).ConfigureAwait(false);
            if (malformed > 0)
            {
                remarks.Add($"{malformed} lines could not be read.");
            }

            if (returned > 0)
            {
                remarks.Add($"{returned} rows of erased persons came back and are not shown; ask {settings.Partner.Name} ({settings.Partner.Contact}) to leave them out.");
            }

            return CheckResult.Fit(remarks);
        }
        catch (SourceException failure)
        {
            return CheckResult.Unfit(failure.Kind, failure.Message);
        }
    }

    /// <inheritdoc/>
    public async Task<ReadPage> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        var (rows, state, malformed) = await RowsAsync(request.Identities, cancellationToken).ConfigureAwait(false);
        var newest = deliveries.InForce();
        var doubtful = rows.Count(row => settings.Fields.Any(field => field.IsUnread(row.Row)));
        return PagePosition.Cut(
            [.. rows.Select(Record).OrderBy(record => record.ObservedAt).ThenBy(record => record.Key, StringComparer.Ordinal)],
            request,
            state,
            newest.Count > 0 ? MomentOf(newest[0].Day) : clock.GetUtcNow(),
            [
                .. newest.Count == 0 ? ["No delivery has arrived yet."] : (string[])[],
                .. malformed > 0 ? [$"{malformed} lines of the deliveries could not be read."] : (string[])[],
                .. doubtful > 0 ? [$"{doubtful} rows have values that could not be read."] : (string[])[],
            ]);
    }

    /// <inheritdoc/>
    public async Task<WriteResult> RectifyAsync(RectificationRequest request, CancellationToken cancellationToken)
    {
        var (rows, _, _) = await RowsAsync(request.Identities, cancellationToken).ConfigureAwait(false);
        var held = rows.ToDictionary(row => FeedRow.KeyOf(FeedRow.PairOf(row.Row, settings)!), StringComparer.Ordinal);
        return new() { Items = [.. request.Corrections.Select(correction => Rectify(correction, held))] };
    }

    /// <inheritdoc/>
    public async Task<WriteResult> PreviewErasureAsync(ErasureRequest request, CancellationToken cancellationToken) =>
        new() { Items = await erasure.PreviewAsync(request, cancellationToken).ConfigureAwait(false) };

    /// <inheritdoc/>
    public Task<WriteResult> EraseAsync(ErasureRequest request, CancellationToken cancellationToken) =>
        gate.RunAsync(request.Task, ledger => erasure.EraseAsync(request, ledger, cancellationToken), cancellationToken);

    private static DateTimeOffset MomentOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private WriteItem Rectify(FieldCorrection correction, Dictionary<string, FeedRow> held)
    {
        var field = settings.Fields.FirstOrDefault(one => one.Field.Name == correction.Target.Field);
        if (correction.Target.RecordType != settings.RecordType.Name || !held.TryGetValue(correction.Target.Key, out var row) || field is null)
        {
            return new WriteNotHeld();
        }

        var now = field.Read(row.Row);
        return FieldValues.AreEqual(now, correction.NewValue) ? new WriteDone()
            : !FieldValues.AreEqual(now, correction.Expected) ? new WriteConflict($"The newest delivery says something else of '{field.Field.Name}'.")
            : new WriteManual(
                $"Ask {settings.Partner.Name} ({settings.Partner.Contact}) to correct '{field.Field.Name}' in its next delivery, as this task says, and attach the "
                + "answer. The delivery confirms it.");
    }

    /// <summary>The person's rows that count: of each key the newest delivery's, without erased ones.</summary>
    private async Task<(IReadOnlyList<FeedRow> Rows, string State, int Malformed)> RowsAsync(
        IReadOnlyList<SubjectIdentity> identities, CancellationToken cancellationToken)
    {
        var rows = new List<FeedRow>();
        var states = new List<string>();
        var malformed = 0;
        foreach (var (table, day) in deliveries.InForce().Reverse())
        {
            var (kept, found, state, unread) = await table.QueryAsync(
                view => (
                    Kept: rows.Where(row => !deliveries.HasRow(view, row.Row)).ToList(),
                    Found: deliveries.Find(view, day, identities),
                    view.State,
                    view.Malformed),
                cancellationToken).ConfigureAwait(false);

            // A newer delivery that has the key says all there is to say of it, also that it is somebody else's now.
            rows = [.. kept, .. found];
            states.Add(state);
            malformed += unread;
        }

        return (
            [.. rows.Where(row => !suppressed.Contains(FeedRow.PairOf(row.Row, settings)!))],
            $"{string.Join('_', states.AsEnumerable().Reverse().Take(3))}_{states.Count}_{suppressed.Count}",
            malformed);
    }

    private async Task<(int Malformed, int Returned)> CountAsync(
        IReadOnlyList<(TableFile Table, DateOnly Day)> all, CancellationToken cancellationToken)
    {
        deliveries.Forget();
        var (malformed, returned) = (0, 0);
        foreach (var (table, _) in all)
        {
            var counts = await table.QueryAsync(
                view => (view.Malformed, Returned: view.Count(Deliveries.SuppressedKey, Deliveries.Yes)), cancellationToken).ConfigureAwait(false);
            malformed += counts.Malformed;
            returned += counts.Returned;
        }

        return (malformed, returned);
    }

    private PersonalRecord Record(FeedRow row) => new()
    {
        RecordType = settings.RecordType.Name,
        Key = FeedRow.KeyOf(FeedRow.PairOf(row.Row, settings)!),
        Values = [.. settings.Fields.Select(field => field.Read(row.Row))],
        StoredAt = MomentOf(row.Delivered),
        ObservedAt = MomentOf(row.Observed),
        FoundBy = row.FoundBy,
    };
}
