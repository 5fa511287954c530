using Microsoft.Data.Sqlite;
using PersonalDataHub.Connectors.LogIndex.Files;
using PersonalDataHub.Connectors.LogIndex.Storage;

namespace PersonalDataHub.Connectors.LogIndex;

/// <summary>What an index knows at one moment. Used by one caller and thrown away.</summary>
internal sealed class IndexSnapshot : IDisposable
{
    private readonly string folder;
    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;
    private readonly IndexSecrets secrets;
    private readonly ByteMeter meter;
    private readonly PackedLines packed;
    private readonly Dictionary<long, OpenLog> logs = [];
    private (long File, int Number, byte[] Bytes)? block;

    public IndexSnapshot(string folder, SqliteConnection connection, IndexSecrets secrets, ByteMeter meter)
    {
        this.folder = folder;
        this.connection = connection;
        this.secrets = secrets;
        this.meter = meter;
        packed = new(connection, secrets);
        transaction = connection.BeginTransaction(deferred: true);
        Files = KnownFiles.Load(connection, transaction);
    }

    public IReadOnlyList<KnownFile> Files { get; }

    /// <summary>What could not be read, in words for the person who reads the answer.</summary>
    public IReadOnlyList<string> Gaps => [.. Files
        .Where(file => file.Malformed > 0)
        .Select(file => file.Malformed == 1
            ? $"1 line of {file.Name} could not be read."
            : $"{file.Malformed} lines of {file.Name} could not be read.")
        .Concat(Files.Where(file => file.Broken).Select(file => $"{file.Name} could not be read to its end."))];

    /// <summary>The value by which <see cref="LineHit.Owner"/> can be compared.</summary>
    public UInt128 OwnerOf(string value) => secrets.Hash(LineIndex.OwnerKind, value);

    /// <summary>True when anybody can be found in the log at all.</summary>
    public bool HasEntries()
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT EXISTS (SELECT 1 FROM entry)";
        return command.ExecuteScalar() is 1L;
    }

    /// <summary>The lines with this key, oldest first; lines of one second in the order written, where one file has them.</summary>
    public IReadOnlyList<LineHit> Find(string kind, string value)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;

        // The cross join keeps SQLite at one seek per file.
        command.CommandText = """
            SELECT entry.file, entry.offset, entry.length, entry.at, entry.tag, entry.owner
            FROM file CROSS JOIN entry ON entry.file = file.id AND entry.key = $key
            ORDER BY entry.at, entry.file, entry.offset
            """;
        command.Parameters.AddWithValue("$key", KnownFiles.Bytes(secrets.Hash(kind, value)));
        using var reader = command.ExecuteReader();
        var hits = new List<LineHit>();
        while (reader.Read())
        {
            hits.Add(new(
                reader.GetInt64(0),
                reader.GetInt64(1),
                reader.GetInt32(2),
                DateTimeOffset.FromUnixTimeSeconds(reader.GetInt64(3)),
                reader.GetInt64(4),
                reader.IsDBNull(5) ? null : KnownFiles.Hash(reader, 5)));
        }

        return hits;
    }

    /// <summary>Reads a line.</summary>
    /// <exception cref="StaleLineException">It is no longer where it was.</exception>
    public byte[] Read(LineHit hit)
    {
        var file = Files.First(file => file.Id == hit.File);
        var line = file.Packed ? ReadPacked(hit) : ReadPlain(file, hit);
        return secrets.Tag(line) == hit.Tag ? line : throw new StaleLineException(hit.File);
    }

    public void Dispose()
    {
        foreach (var log in logs.Values)
        {
            log.Dispose();
        }

        transaction.Dispose();
        connection.Dispose();
    }

    private byte[] ReadPlain(KnownFile file, LineHit hit)
    {
        if (!logs.TryGetValue(file.Id, out var log))
        {
            try
            {
                logs[file.Id] = log = new OpenLog(Path.Combine(folder, file.Name), meter);
            }
            catch (FileNotFoundException)
            {
                throw new StaleLineException(file.Id);
            }
        }

        var line = new byte[hit.Length];
        return log.Read(line, hit.Offset) == line.Length ? line : throw new StaleLineException(file.Id);
    }

    private byte[] ReadPacked(LineHit hit)
    {
        var number = (int)(hit.Offset >> 32);
        if (block is not { } known || known.File != hit.File || known.Number != number)
        {
            block = known = (hit.File, number,
                packed.ReadBlock(hit.File, number) ?? throw new StaleLineException(hit.File));
        }

        return known.Bytes.AsSpan((int)(hit.Offset & uint.MaxValue), hit.Length).ToArray();
    }
}
