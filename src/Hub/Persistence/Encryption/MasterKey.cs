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
    /// <param name="databaseExists">True when there is a database already, which only its own key opens.</param>
    /// <param name="tolerateOpenFile">True in Development: others may be able to read the file.</param>
    /// <param name="mayCreate">False where several nodes share the key, so that a person makes it and hands it to each.</param>
    /// <exception cref="HubDatabaseException">Missing where it must not be, of the wrong length, too open, unreadable.</exception>
    public static MasterKey Load(string path, bool databaseExists, bool tolerateOpenFile, bool mayCreate = true)
    {
        var file = Path.GetFullPath(path);
        try
        {
            if (!File.Exists(file))
            {
                RefuseMissing(file, databaseExists, mayCreate);
                Create(file);
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

    private static void RefuseMissing(string file, bool databaseExists, bool mayCreate)
    {
        if (databaseExists)
        {
            throw new HubDatabaseException(
                $"The master key {file} is missing, but a database encrypted under it exists. Put the key back "
                + "from its backup, or name its place in Hub:MasterKeyFile. Without it the stored identities "
                + "cannot be read.");
        }

        if (!mayCreate)
        {
            throw new HubDatabaseException(
                $"The master key {file} is missing. Make it once, keep a copy apart from backups of the database, and put the same one "
                + $"at every node, or name its place in Hub:MasterKeyFile. To make it: (umask 077 && head -c {Length} /dev/urandom > {file})");
        }
    }

    // Written aside and put in place whole: of two nodes that start at once, one's key is there and the other reads it.
    private static void Create(string file)
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

        var aside = $"{file}.{Guid.NewGuid():N}";
        using (var stream = new FileStream(aside, options))
        {
            stream.Write(RandomNumberGenerator.GetBytes(Length));
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(aside, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(aside);
        }
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
