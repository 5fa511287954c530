using System.Buffers.Binary;
using Microsoft.Data.Sqlite;
using PersonalDataHub.Connectors.LogIndex.Files;

namespace PersonalDataHub.Connectors.LogIndex.Storage;

/// <summary>The table of files that the index covers.</summary>
internal static class KnownFiles
{
    public static List<KnownFile> Load(SqliteConnection connection, SqliteTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = """
            SELECT id, name, packed, length, modified, indexed, prefix_length, prefix, tail_length, tail,
                   lines, malformed, broken
            FROM file ORDER BY id
            """;
        using var reader = command.ExecuteReader();
        var files = new List<KnownFile>();
        while (reader.Read())
        {
            files.Add(new()
            {
                Id = reader.GetInt64(0),
                Name = reader.GetString(1),
                Packed = reader.GetBoolean(2),
                Length = reader.GetInt64(3),
                Modified = reader.GetInt64(4),
                Indexed = reader.GetInt64(5),
                Fingerprint = new(
                    reader.GetInt32(6), Hash(reader, 7), reader.GetInt32(8), Hash(reader, 9)),
                Lines = reader.GetInt64(10),
                Malformed = reader.GetInt64(11),
                Broken = reader.GetBoolean(12),
            });
        }

        return files;
    }

    public static void Save(SqliteConnection connection, SqliteTransaction transaction, KnownFile file)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = """
            INSERT INTO file (id, name, packed, length, modified, indexed, prefix_length, prefix, tail_length, tail,
                              lines, malformed, broken)
            VALUES ($id, $name, $packed, $length, $modified, $indexed, $prefixLength, $prefix, $tailLength, $tail,
                    $lines, $malformed, $broken)
            ON CONFLICT (id) DO UPDATE SET
                name = excluded.name, length = excluded.length, modified = excluded.modified,
                indexed = excluded.indexed, prefix_length = excluded.prefix_length, prefix = excluded.prefix,
                tail_length = excluded.tail_length, tail = excluded.tail, lines = excluded.lines,
                malformed = excluded.malformed, broken = excluded.broken
            """;
        var values = command.Parameters;
        values.AddWithValue("$id", file.Id);
        values.AddWithValue("$name", file.Name);
        values.AddWithValue("$packed", file.Packed);
        values.AddWithValue("$length", file.Length);
        values.AddWithValue("$modified", file.Modified);
        values.AddWithValue("$indexed", file.Indexed);
        values.AddWithValue("$prefixLength", file.Fingerprint.PrefixLength);
        values.AddWithValue("$prefix", Bytes(file.Fingerprint.Prefix));
        values.AddWithValue("$tailLength", file.Fingerprint.TailLength);
        values.AddWithValue("$tail", Bytes(file.Fingerprint.Tail));
        values.AddWithValue("$lines", file.Lines);
        values.AddWithValue("$malformed", file.Malformed);
        values.AddWithValue("$broken", file.Broken);
        command.ExecuteNonQuery();
    }

    /// <summary>Forgets a file with all that was indexed of it.</summary>
    public static void Remove(SqliteConnection connection, SqliteTransaction transaction, long file)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText =
            "DELETE FROM entry WHERE file = $file; DELETE FROM block WHERE file = $file; DELETE FROM file WHERE id = $file";
        command.Parameters.AddWithValue("$file", file);
        command.ExecuteNonQuery();
    }

    public static byte[] Bytes(UInt128 value)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, value);
        return bytes;
    }

    public static UInt128 Hash(SqliteDataReader reader, int column) =>
        BinaryPrimitives.ReadUInt128BigEndian(reader.GetFieldValue<byte[]>(column));
}
