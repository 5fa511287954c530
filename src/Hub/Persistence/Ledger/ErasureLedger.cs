using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PersonalDataHub.Hub.Persistence.Encryption;

namespace PersonalDataHub.Hub.Persistence.Ledger;

/// <summary>
/// What was erased, kept outside the database as well: a database that is restored from a backup knows people whose data was
/// erased since, and only what was not restored with it can tell.
/// </summary>
/// <remarks>
/// Each process begins a file of its own with its first erasure and only ever appends to it, so that nodes never write the same
/// file and a line that a crash cut short is the last of its file. Each line is sealed with a key that hangs on the master key.
/// </remarks>
internal sealed class ErasureLedger : IDisposable
{
    private const string Pattern = "*.ledger";
    private const char Separator = '\t';

    private readonly Lock writing = new();
    private readonly byte[] key;
    private readonly TimeProvider clock;
    private FileStream? file;

    public ErasureLedger(LedgerSettings settings, MasterKey master, TimeProvider clock) =>
        (Directory, key, this.clock) = (settings.Directory, master.SubKey("erasure-ledger/1"), clock);

    /// <summary>Its folder.</summary>
    public string Directory { get; }

    /// <summary>Adds entries; they are on the disk when this returns.</summary>
    /// <exception cref="ErasureLedgerException">They are not: what they tell of must not be told as done.</exception>
    public void Append(IReadOnlyCollection<LedgerEntry> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        lock (writing)
        {
            try
            {
                // Whoever takes the file away must not make the hub write where nobody finds it.
                file = File.Exists(file?.Name) ? file : Begin();
                file!.Write(Encoding.UTF8.GetBytes(string.Concat(entries.Select(LineOf))));
                file.Flush(flushToDisk: true);
            }
            catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
            {
                // What follows half a line could not be read.
                Close();
                throw new ErasureLedgerException(Directory, cause);
            }
        }
    }

    /// <summary>All entries, file by file. The same may come twice.</summary>
    /// <exception cref="HubDatabaseException">A line is not as it was written, or cannot be read.</exception>
    public IEnumerable<LedgerEntry> Read()
    {
        string[] paths = System.IO.Directory.Exists(Directory) ? System.IO.Directory.GetFiles(Directory, Pattern) : [];
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            using var reader = Open(path);
            for (var number = 1; reader.ReadLine() is { } line; number++)
            {
                if (EntryOf(line) is { } entry)
                {
                    yield return entry;
                }
                else if (!reader.EndOfStream || EndsWhole(path))
                {
                    throw new HubDatabaseException(
                        $"Line {number} of the erasure ledger {path} is not as a hub with this master key wrote it. Put the file back from where a "
                        + "copy of it is kept, or the master key that belongs to it. Nothing was changed.");
                }
            }
        }
    }

    public void Dispose() => Close();

    private static StreamReader Open(string path)
    {
        try
        {
            return new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new HubDatabaseException($"The erasure ledger {path} cannot be read. Give the hub's account access to it.", cause);
        }
    }

    // What was cut short was never told as done: its commit came after it.
    private static bool EndsWhole(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        stream.Seek(-1, SeekOrigin.End);
        return stream.ReadByte() == '\n';
    }

    private FileStream Begin()
    {
        Close();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0 };
        if (OperatingSystem.IsWindows())
        {
            System.IO.Directory.CreateDirectory(Directory);
        }
        else
        {
            System.IO.Directory.CreateDirectory(Directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"erasures-{clock.GetUtcNow():yyyyMMdd'T'HHmmss}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}.ledger");
        return new FileStream(Path.Combine(Directory, name), options);
    }

    private void Close()
    {
        file?.Dispose();
        file = null;
    }

    private string LineOf(LedgerEntry entry)
    {
        var told = string.Join(Separator, entry.Id, entry.At.UtcTicks.ToString(CultureInfo.InvariantCulture), entry.Content);
        return $"{SealOf(told)}{Separator}{told}\n";
    }

    private LedgerEntry? EntryOf(string line)
    {
        if (line.Split(Separator, 2) is not [var seal, var told] || seal != SealOf(told) || told.Split(Separator) is not [var id, var ticks, var content])
        {
            return null;
        }

        return new(id, new DateTimeOffset(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero), content);
    }

    private string SealOf(string told) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(told)));
}
