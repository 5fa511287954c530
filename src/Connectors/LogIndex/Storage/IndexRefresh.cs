using Microsoft.Data.Sqlite;
using PersonalDataHub.Connectors.LogIndex.Files;

namespace PersonalDataHub.Connectors.LogIndex.Storage;

/// <summary>Brings an index up to what its log folder holds now, reading only what was added.</summary>
/// <remarks>
/// Every step is one transaction that also moves the file's mark, so a crash or a second instance at the same index
/// costs at most a repeated step and never a line twice.
/// </remarks>
internal sealed class IndexRefresh(
    LogFolder folder, LogScan scan, IndexDatabase database, ByteMeter meter)
{
    /// <param name="stale">Files to index anew, whatever they look like.</param>
    /// <param name="cancellationToken">Stops between two steps; what is done stays.</param>
    public void Run(IReadOnlySet<long> stale, CancellationToken cancellationToken)
    {
        var files = folder.List();
        using var connection = database.Open();
        if (stale.Count == 0 && IsCurrent(files, KnownFiles.Load(connection)))
        {
            return;
        }

        var opened = new List<OpenLog>();
        try
        {
            foreach (var (file, log, known) in Assign(connection, files, stale, opened))
            {
                cancellationToken.ThrowIfCancellationRequested();
                scan.Run(connection, file, log, known, cancellationToken);
            }
        }
        finally
        {
            opened.ForEach(log => log.Dispose());
        }
    }

    private static bool IsCurrent(IReadOnlyList<LogFile> files, IReadOnlyList<KnownFile> known) =>
        files.Count == known.Count && files.All(file => known.Any(one => one.LooksLike(file)));

    /// <summary>Finds out which file is which after appending and rotation; returns those with something to read.</summary>
    private List<(LogFile File, OpenLog Log, KnownFile Known)> Assign(
        SqliteConnection connection, IReadOnlyList<LogFile> files, IReadOnlySet<long> stale, List<OpenLog> opened)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        var known = KnownFiles.Load(connection, transaction);
        var free = known.Where(one => !stale.Contains(one.Id)).ToList();
        var taken = new List<KnownFile>();
        var work = new List<(LogFile, OpenLog, KnownFile)>();
        var next = known.Select(one => one.Id).DefaultIfEmpty().Max();

        foreach (var file in files.OrderByDescending(file => free.Any(one => one.LooksLike(file))))
        {
            if (free.Find(one => one.LooksLike(file)) is { } unchanged)
            {
                Take(unchanged);
                continue;
            }

            if (TryOpen(file, opened) is not { } log)
            {
                continue;
            }

            var alike = free.Concat(taken)
                .Where(one => one.Packed == file.Packed && one.Fingerprint.StartsLike(log))
                .OrderByDescending(one => one.Name == file.Name)
                .ToList();
            var match = alike.Find(one => free.Contains(one) && IsContinuedBy(one, file, log));
            if (match is null && alike.Exists(taken.Contains))
            {
                // A copy of a file that is indexed already: copytruncate is between its two steps.
                continue;
            }

            if (match is not null)
            {
                Take(match);
            }

            var current = match is null ? New(file) : match with { Name = file.Name };
            KnownFiles.Save(connection, transaction, current);
            work.Add((file, log, current));
        }

        foreach (var gone in known.Except(taken))
        {
            KnownFiles.Remove(connection, transaction, gone.Id);
        }

        transaction.Commit();
        return work;

        void Take(KnownFile one)
        {
            free.Remove(one);
            taken.Add(one);
        }

        KnownFile New(LogFile file) => new()
        {
            Id = ++next,
            Name = file.Name,
            Packed = file.Packed,
            Length = -1,
            Modified = 0,
            Indexed = 0,
            Fingerprint = new(0, 0, 0, 0),
        };
    }

    private bool IsContinuedBy(KnownFile known, LogFile file, OpenLog log) =>
        !folder.Edited
        && (known.Packed ? known.Length == file.Length : known.Fingerprint.ReachesLike(log, known.Indexed));

    private OpenLog? TryOpen(LogFile file, List<OpenLog> opened)
    {
        try
        {
            var log = new OpenLog(file.Path, meter);
            opened.Add(log);
            return log;
        }
        catch (FileNotFoundException)
        {
            // Rotated away since it was listed; the next look finds it under its new name.
            return null;
        }
    }
}
