using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PersonalDataHub.Connectors.Tables;

/// <summary>Where the rows of one state of a file stand. Holds digests and offsets, no values.</summary>
internal sealed class TableIndex(FileStamp stamp, TableHeader header)
{
    private readonly byte[] secret = RandomNumberGenerator.GetBytes(32);
    private readonly Dictionary<UInt128, List<(long Offset, int Length)>> places = [];

    public FileStamp Stamp => stamp;

    public TableHeader Header => header;

    /// <summary>How many rows could be read.</summary>
    public int Rows { get; private set; }

    /// <summary>How many lines could not be read.</summary>
    public int Malformed { get; private set; }

    public void AddMalformed() => Malformed++;

    public void Add(TableRow row, IReadOnlyList<TableKey> keys, long offset, int length)
    {
        Rows++;
        foreach (var key in keys)
        {
            if (key.Of(row) is { } value)
            {
                var digest = Digest(key.Name, value);
                if (!places.TryGetValue(digest, out var found))
                {
                    places[digest] = found = [];
                }

                found.Add((offset, length));
            }
        }
    }

    public IReadOnlyList<(long Offset, int Length)> Places(string key, string value) =>
        places.TryGetValue(Digest(key, value), out var found) ? found : [];

    private UInt128 Digest(string key, string value)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{key}\0{value}"), hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
