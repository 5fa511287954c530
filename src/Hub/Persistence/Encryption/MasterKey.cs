using System.Security.Cryptography;
using System.Text;

namespace PersonalDataHub.Hub.Persistence.Encryption;

/// <summary>The one secret that all others hang on. Lives in a file of its own, never in the database or its backup.</summary>
public sealed class MasterKey
{
    public const int Length = 32;
    private readonly byte[] key;

    private MasterKey(byte[] key) => this.key = key;

    /// <summary>A key of its own for one use.</summary>
    /// <param name="use">A constant that names the use; the same name always gives the same key.</param>
    internal byte[] SubKey(string use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, Length, info: Encoding.UTF8.GetBytes(use));

    /// <summary>Reads the key, or creates it when nothing was stored with it yet.</summary>
    /// <param name="path">The key's file: 32 random bytes, readable by its owner only.</param>
    /// <param name="databaseExists">True when a database stands beside it, which only its own key opens.</param>
    /// <param name="tolerateOpenFile">True in Development: others may be able to read the file.</param>
    /// <exception cref="HubDatabaseException">Missing beside a database, of the wrong length, too open, unreadable.</exception>
    public static MasterKey Load(string path, bool databaseExists, bool tolerateOpenFile)
    {
        var file = Path.GetFullPath(path);
        try
        {
            if (!File.Exists(file))
            {
                return databaseExists
                    ? throw new HubDatabaseException(
                        $"The master key {file} is missing, but a database encrypted under it exists. Put the key back "
                        + "from its backup, or name its place in Hub:MasterKeyFile. Without it the stored identities "
                        + "cannot be read.")
                    : Create(file);
            }

            RefuseOpenFile(file, tolerateOpenFile);
            var bytes = File.ReadAllBytes(file);
            return bytes.Length == Length
                ? new MasterKey(bytes)
                : throw new HubDatabaseException(
                    $"The master key {file} is {bytes.Length} bytes long; it must be {Length} bytes. Put the right file back.");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new HubDatabaseException(
                $"The master key {file} cannot be read or created. Give the hub's account access to it.", cause);
        }
    }

    private static MasterKey Create(string file)
    {
        var directory = Path.GetDirectoryName(file)!;
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
        }
        else
        {
            Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var bytes = RandomNumberGenerator.GetBytes(Length);
        using var stream = new FileStream(file, options);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
        return new MasterKey(bytes);
    }

    private static void RefuseOpenFile(string file, bool tolerateOpenFile)
    {
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
            | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        if (!tolerateOpenFile && !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & others) != 0)
        {
            throw new HubDatabaseException(
                $"The master key {file} can be reached by other accounts. Run: chmod 600 {file}");
        }
    }
}
