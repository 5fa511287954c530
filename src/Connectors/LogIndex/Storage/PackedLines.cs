using System.Buffers.Binary;
using System.IO.Compression;
using Microsoft.Data.Sqlite;

namespace PersonalDataHub.Connectors.LogIndex.Storage;

/// <summary>The lines of gzip archives that somebody can be found by, in small blocks that unpack on their own.</summary>
/// <remarks>
/// A gzip file cannot be entered in the middle, so a lookup would unpack every archive from its beginning. The blocks
/// cost about the archive's own size, unpack 64 KiB at most for a line, leave out the lines that nobody can be found by,
/// are encrypted with the index's key, and go when the archive goes.
/// </remarks>
internal sealed class PackedLines(SqliteConnection connection, IndexSecrets secrets)
{
    private const int BlockLength = 64 * 1024;

    private readonly MemoryStream block = new(BlockLength);
    private int number;

    /// <summary>Adds a line and says where it will be found.</summary>
    public long Add(SqliteTransaction transaction, long file, ReadOnlySpan<byte> line)
    {
        if (block.Length > 0 && block.Length + line.Length > BlockLength)
        {
            Flush(transaction, file);
        }

        var offset = ((long)number << 32) | block.Length;
        block.Write(line);
        return offset;
    }

    /// <summary>Writes what is not yet written.</summary>
    public void Flush(SqliteTransaction transaction, long file)
    {
        if (block.Length == 0)
        {
            return;
        }

        using var deflated = new MemoryStream();
        using (var deflate = new DeflateStream(deflated, CompressionLevel.Optimal, leaveOpen: true))
        {
            block.WriteTo(deflate);
        }

        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO block (file, number, body) VALUES ($file, $number, $body)";
        command.Parameters.AddWithValue("$file", file);
        command.Parameters.AddWithValue("$number", number);
        command.Parameters.AddWithValue(
            "$body", secrets.Encrypt(deflated.GetBuffer().AsSpan(0, (int)deflated.Length), Place(file, number)));
        command.ExecuteNonQuery();
        block.SetLength(0);
        number++;
    }

    /// <summary>Unpacks the block that holds the line; null when there is none.</summary>
    public byte[]? ReadBlock(long file, int wanted)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT body FROM block WHERE file = $file AND number = $number";
        command.Parameters.AddWithValue("$file", file);
        command.Parameters.AddWithValue("$number", wanted);
        if (command.ExecuteScalar() is not byte[] body)
        {
            return null;
        }

        using var inflate = new DeflateStream(
            new MemoryStream(secrets.Decrypt(body, Place(file, wanted))), CompressionMode.Decompress);
        using var plain = new MemoryStream(BlockLength);
        inflate.CopyTo(plain);
        return plain.ToArray();
    }

    private static byte[] Place(long file, int number)
    {
        var place = new byte[12];
        BinaryPrimitives.WriteInt64BigEndian(place, file);
        BinaryPrimitives.WriteInt32BigEndian(place.AsSpan(8), number);
        return place;
    }
}
