using Microsoft.Win32.SafeHandles;

namespace PersonalDataHub.Connectors.LogIndex.Files;

/// <summary>An open log file. What is read through it stays one file, whatever is renamed meanwhile.</summary>
internal sealed class OpenLog : IDisposable
{
    private readonly SafeFileHandle handle;
    private readonly ByteMeter meter;

    public OpenLog(string path, ByteMeter meter)
    {
        // Sharing everything: the log's writer and its rotation must not notice us.
        handle = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
        this.meter = meter;
        Length = RandomAccess.GetLength(handle);
    }

    /// <summary>Bytes when it was opened; what is appended later is left to the next look.</summary>
    public long Length { get; }

    /// <summary>Reads until the buffer is full or the file ends.</summary>
    public int Read(Span<byte> buffer, long offset)
    {
        var total = 0;
        while (total < buffer.Length)
        {
            var read = RandomAccess.Read(handle, buffer[total..], offset + total);
            if (read == 0)
            {
                break;
            }

            total += read;
        }

        meter.Add(total);
        return total;
    }

    /// <summary>What was written to the file since it was opened.</summary>
    public byte[] Added()
    {
        var added = new byte[Math.Max(0, RandomAccess.GetLength(handle) - Length)];
        return added[..Read(added, Length)];
    }

    /// <summary>A stream over the bytes from <paramref name="offset"/> to <see cref="Length"/>.</summary>
    public Stream From(long offset) => new LogStream(this, offset);

    public void Dispose() => handle.Dispose();
}
