using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Tables;

namespace PersonalDataHub.Connectors.Paper;

/// <summary>Finds a person's documents in the archive's index.</summary>
internal sealed class PaperArchive(PaperSettings settings)
{
    private const string CustomerKey = "customer";
    private const string RecordKey = "record";

    private const string IncompleteKey = "incomplete";
    private const string WaitingKey = "waiting";
    private const string Yes = "yes";

    private readonly TableFile index = new(
        settings.Index,
        "index",
        settings.Format,
        settings.Columns.Required,
        [
            new(CustomerKey, row => row[settings.Columns.Customer]),
            new(RecordKey, row => PaperDocument.KeyOf(row, settings.Columns)),
            new(IncompleteKey, row => PaperDocument.KeyOf(row, settings.Columns) is null ? Yes : null),
            new(WaitingKey, row => row[settings.Columns.Handled] is null ? Yes : null),
        ]);

    /// <summary>How many lines of the index were read to find documents at all.</summary>
    public long LinesIndexed => index.LinesIndexed;

    public Task<T> QueryAsync<T>(Func<TableView, T> query, CancellationToken cancellationToken) => index.QueryAsync(query, cancellationToken);

    /// <summary>The person's documents, each with the positions of the identities that found it.</summary>
    public IReadOnlyList<(PaperDocument Document, IReadOnlyList<int> FoundBy)> Find(TableView view, IReadOnlyList<SubjectIdentity> identities) =>
    [
        .. identities
            .Select((identity, position) => (identity, position))
            .Where(asked => asked.identity.Kind == IdentityKinds.CustomerNumber && asked.identity.Issuer == settings.CustomerNumberIssuer)
            .SelectMany(asked => view.Find(CustomerKey, asked.identity.Value)
                .Select(row => PaperDocument.Of(row, view.Header, settings.Columns))
                .OfType<PaperDocument>()
                .Where(document => document.LiesWithin(asked.identity))
                .Select(document => (document, asked.position)))
            .GroupBy(found => found.document.Key, StringComparer.Ordinal)
            .Select(same => (same.First().document, (IReadOnlyList<int>)[.. same.Select(found => found.position).Distinct()]))
            .OrderBy(found => found.document.From ?? DateOnly.MinValue)
            .ThenBy(found => found.document.Key, StringComparer.Ordinal),
    ];

    /// <summary>How many lines name no document or no customer, so that nobody's search finds them.</summary>
    public static int Incomplete(TableView view) => view.Count(IncompleteKey, Yes);

    /// <summary>How many documents wait to be handled and put into the archive.</summary>
    public int Waiting(TableView view) => view.Header.Find(settings.Columns.Handled) is null ? 0 : view.Count(WaitingKey, Yes);

    /// <summary>True when the index still has the record, whosever it is.</summary>
    public static bool Has(TableView view, string key) => view.Find(RecordKey, key).Any();
}
