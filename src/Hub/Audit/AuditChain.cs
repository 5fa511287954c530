using System.Security.Cryptography;
using System.Text;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Audit;

/// <summary>The hash that ties an entry to all before it.</summary>
internal static class AuditChain
{
    public static byte[] Start { get; } = new byte[SHA256.HashSizeInBytes];

    /// <summary>Over every column, lengths first, so that no two entries write the same bytes.</summary>
    public static byte[] HashOf(AuditRow row)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(row.PreviousHash);
        writer.Write(row.Sequence);
        writer.Write(row.Id.ToByteArray());
        Write(writer, row.IntentId?.ToString());
        writer.Write(row.At.UtcTicks);
        writer.Write(row.Actor);
        writer.Write(row.Role);
        Write(writer, row.Register);
        Write(writer, row.Purpose);
        writer.Write(row.Operation);
        Write(writer, row.RegistrantToken);
        Write(writer, row.RequestId);
        writer.Write(row.Sources);
        writer.Write(row.Fields);
        Write(writer, row.Outcome);
        writer.Write(row.Records ?? -1);

        // Entries from before they named the notice keep the hash that they always had.
        if (row.PackVersion is not null)
        {
            Write(writer, row.PackVersion);
            Write(writer, row.Notice);
        }

        writer.Flush();
        return SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    public static bool Fits(AuditRow row, long sequence, byte[] previous) =>
        row.Sequence == sequence
        && row.PreviousHash.AsSpan().SequenceEqual(previous)
        && row.Hash.AsSpan().SequenceEqual(HashOf(row));

    private static void Write(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        writer.Write(text ?? "");
    }
}
