using System.Collections.Concurrent;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.PartnerFeed.Settings;
using PersonalDataHub.Connectors.Tables;

namespace PersonalDataHub.Connectors.PartnerFeed;

/// <summary>The files that a partner has delivered, the newest first, and one person's rows in them.</summary>
internal sealed class Deliveries(PartnerFeedSettings settings, string source, SuppressionList suppressed)
{
    public const string SuppressedKey = "suppressed";
    public const string Yes = "yes";
    private const string RowKey = "row";

    private readonly ConcurrentDictionary<string, TableFile> tables = new(StringComparer.Ordinal);

    /// <summary>The deliveries that count, the newest first.</summary>
    /// <exception cref="SourceException">The folder is missing or may not be read.</exception>
    public IReadOnlyList<(TableFile Table, DateOnly Day)> InForce() => settings.Full ? [.. All().Take(1)] : All();

    /// <summary>All deliveries, the newest first.</summary>
    /// <exception cref="SourceException">The folder is missing or may not be read.</exception>
    public IReadOnlyList<(TableFile Table, DateOnly Day)> All()
    {
        try
        {
            var found = Directory.EnumerateFiles(settings.Folder)
                .Select(path => (Path: path, Day: settings.Files.DateOf(Path.GetFileName(path))))
                .Where(file => file.Day is not null)
                .OrderByDescending(file => file.Day)
                .ToList();
            foreach (var gone in tables.Keys.Except(found.Select(file => file.Path)))
            {
                tables.TryRemove(gone, out _);
            }

            return [.. found.Select(file => (tables.GetOrAdd(file.Path, Table), file.Day!.Value))];
        }
        catch (DirectoryNotFoundException missing)
        {
            throw new SourceException(FailureKind.Configuration, $"There is no folder '{settings.Folder}'; mend 'folder' in the source's settings.", missing);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new SourceException(FailureKind.Configuration, $"The folder '{settings.Folder}' may not be read by the account that the hub runs as.", denied);
        }
    }

    /// <summary>Has indexes made anew: what is suppressed has changed.</summary>
    public void Forget()
    {
        foreach (var table in tables.Values)
        {
            table.Forget();
        }
    }

    /// <summary>The person's rows in one delivery, erased ones too.</summary>
    public IReadOnlyList<FeedRow> Find(TableView view, DateOnly day, IReadOnlyList<SubjectIdentity> identities) =>
    [
        .. identities
            .SelectMany((identity, position) => settings.Identities
                .Where(column => column.Accepts(identity, source))
                .SelectMany(column => view.Find(column.Key.Name, column.Normal(identity.Value)))
                .Select(row => (row, observed: ObservedIn(row) ?? day, position))
                .Where(found => (identity.ValidFrom is not { } from || found.observed >= from) && (identity.ValidTo is not { } to || found.observed <= to)))
            .Where(found => FeedRow.PairOf(found.row, settings) is not null)
            .GroupBy(found => FeedRow.PairOf(found.row, settings)!, StringComparer.Ordinal)
            .Select(same => new FeedRow(same.Last().row, day, same.Last().observed, [.. same.Select(found => found.position).Distinct().Order()])),
    ];

    /// <summary>Whether a delivery has a row of this key, whosever it is.</summary>
    public bool HasRow(TableView view, TableRow row) => view.Count(RowKey, row[settings.Key]!) > 0;

    private DateOnly? ObservedIn(TableRow row) => settings.ObservedAt is { } column ? TableText.Day(row[column]) : null;

    private TableFile Table(string path) => new(
        path,
        "files",
        settings.Format,
        settings.Columns,
        [
            .. settings.Identities.Select(identity => identity.Key).DistinctBy(key => key.Name),
            new(RowKey, row => row[settings.Key]),
            new(SuppressedKey, row => FeedRow.PairOf(row, settings) is { } pair && suppressed.Contains(pair) ? Yes : null),
        ]);
}
