using System.Globalization;

namespace PersonalDataHub.Hub.Persistence;

/// <summary>One process owns a data directory: SQLite, the schedule and the keys in it stand on that.</summary>
/// <remarks>
/// The operating system ends the lock with the process, so a file that a dead process left is simply taken over. Who holds
/// it stands in a file beside it, because nobody else can open the locked one.
/// </remarks>
public sealed class DataDirectoryLock : IDisposable
{
    public const string FileName = "hub.lock";
    public const string OwnerFileName = "hub.owner";
    private readonly FileStream held;

    private DataDirectoryLock(FileStream held, string directory)
    {
        this.held = held;
        Directory = directory;
        Write("not listening yet");
    }

    public string Directory { get; }

    /// <summary>Creates the directory where needed and owns it until disposed.</summary>
    /// <exception cref="HubDatabaseException">Another process owns it, or it cannot be written.</exception>
    public static DataDirectoryLock Acquire(string dataDirectory)
    {
        var directory = Path.GetFullPath(dataDirectory);
        var path = Path.Combine(directory, FileName);
        try
        {
            System.IO.Directory.CreateDirectory(directory);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new HubDatabaseException(
                $"The data directory {directory} cannot be created. Create it for the hub's account or name another.", cause);
        }

        try
        {
            return new DataDirectoryLock(
                new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), directory);
        }
        catch (UnauthorizedAccessException cause)
        {
            throw new HubDatabaseException(
                $"The data directory {directory} cannot be written. Give it to the account that the hub runs under.", cause);
        }
        catch (IOException cause)
        {
            throw new HubDatabaseException(
                $"The data directory {directory} is in use by another hub ({HolderOf(directory)}). Stop that one, or give "
                + "this one a data directory of its own.",
                cause);
        }
    }

    /// <summary>Writes down the address at which the owner can be found.</summary>
    public void Announce(string address) => Write(address);

    /// <summary>The address that the owner of a data directory announced; null when nobody did.</summary>
    public static string? AddressIn(string dataDirectory) =>
        HolderOf(Path.GetFullPath(dataDirectory)).Split(", ") is [_, var address] && Uri.IsWellFormedUriString(address, UriKind.Absolute)
            ? address
            : null;

    public void Dispose() => held.Dispose();

    private static string HolderOf(string directory)
    {
        try
        {
            return File.ReadAllText(Path.Combine(directory, OwnerFileName)).Trim();
        }
        catch (IOException)
        {
            return "it does not say which";
        }
    }

    private void Write(string address) => File.WriteAllText(
        Path.Combine(Directory, OwnerFileName),
        string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId}, {address}\n"));
}
