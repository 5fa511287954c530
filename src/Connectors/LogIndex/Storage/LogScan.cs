using System.IO.Compression;
using Microsoft.Data.Sqlite;
using PersonalDataHub.Connectors.LogIndex.Files;

namespace PersonalDataHub.Connectors.LogIndex.Storage;

/// <summary>Reads the lines of a file that are not indexed yet and writes their entries.</summary>
internal sealed class LogScan(ILineReader reader, IndexSecrets secrets)
{
    /// <summary>Lines per transaction: a first look at a huge log makes steady progress and holds no lock for long.</summary>
    private const int LinesPerStep = 50_000;

    public void Run(
        SqliteConnection connection, LogFile file, OpenLog log, KnownFile known, CancellationToken cancellationToken)
    {
        if (file.Packed)
        {
            ScanArchive(connection, file, log, known, cancellationToken);
        }
        else
        {
            ScanGrowing(connection, file, log, known, cancellationToken);
        }
    }

    private void ScanGrowing(
        SqliteConnection connection, LogFile file, OpenLog log, KnownFile known, CancellationToken cancellationToken)
    {
        var scanner = new LineScanner(log.From(known.Indexed), known.Indexed);
        var more = true;
        while (more)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var transaction = connection.BeginTransaction(deferred: false);
            if (IsTakenOver(connection, transaction, known))
            {
                return;
            }

            using var entries = new EntryWriter(connection, transaction, secrets);
            var count = 0;
            var malformed = 0;
            while (count < LinesPerStep && (more = scanner.Next()))
            {
                count++;
                malformed += Index(scanner, known.Id, entries, line => scanner.Offset) ? 0 : 1;
            }

            known = known with
            {
                Indexed = scanner.Consumed,
                Lines = known.Lines + count,
                Malformed = known.Malformed + malformed,
                Fingerprint = FileFingerprint.Take(log, scanner.Consumed),
                Length = more ? known.Length : file.Length,
                Modified = more ? known.Modified : file.Modified,
            };
            KnownFiles.Save(connection, transaction, known);
            transaction.Commit();
        }
    }

    private void ScanArchive(
        SqliteConnection connection, LogFile file, OpenLog log, KnownFile known, CancellationToken cancellationToken)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        if (known.Length == file.Length || IsTakenOver(connection, transaction, known))
        {
            // Only renamed.
            KnownFiles.Save(connection, transaction, known with { Modified = file.Modified });
            transaction.Commit();
            return;
        }

        using var entries = new EntryWriter(connection, transaction, secrets);
        var packed = new PackedLines(connection, secrets);
        using var unpacked = new GZipStream(log.From(0), CompressionMode.Decompress);
        var scanner = new LineScanner(unpacked, 0);
        var count = 0L;
        var malformed = 0L;
        var broken = false;
        try
        {
            while (scanner.Next() || scanner.Rest())
            {
                cancellationToken.ThrowIfCancellationRequested();
                count++;
                malformed += Index(scanner, known.Id, entries, line => packed.Add(transaction, known.Id, line)) ? 0 : 1;
            }
        }
        catch (InvalidDataException)
        {
            broken = true;
        }

        packed.Flush(transaction, known.Id);
        KnownFiles.Save(connection, transaction, known with
        {
            Indexed = log.Length,
            Lines = count,
            Malformed = malformed,
            Broken = broken,
            Fingerprint = FileFingerprint.Take(log, log.Length),
            Length = file.Length,
            Modified = file.Modified,
        });
        transaction.Commit();
    }

    private static bool IsTakenOver(SqliteConnection connection, SqliteTransaction transaction, KnownFile known)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT indexed FROM file WHERE id = $id";
        command.Parameters.AddWithValue("$id", known.Id);
        return command.ExecuteScalar() is not long indexed || indexed != known.Indexed;
    }

    private delegate long Placing(ReadOnlySpan<byte> line);

    private bool Index(LineScanner scanner, long file, EntryWriter entries, Placing place)
    {
        var line = scanner.Line.Span;
        if (scanner.Overlong)
        {
            return false;
        }

        if (line.IsEmpty)
        {
            return true;
        }

        var keys = new List<LineKey>(3);
        if (!reader.TryRead(line, keys, out var at))
        {
            return false;
        }

        if (keys.Count > 0)
        {
            var tag = secrets.Tag(line);
            var offset = place(line);
            foreach (var key in keys)
            {
                entries.Write(file, key, at, offset, line.Length, tag);
            }
        }

        return true;
    }
}
