using Microsoft.Data.Sqlite;
using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.LogIndex.Writing;

/// <summary>Lets one write at a time change a source's files, whichever process it comes from.</summary>
/// <param name="workDirectory">Where the ledger lies.</param>
/// <param name="folders">The folders that are written to; the first also holds the lock.</param>
internal sealed class WriteGate(string workDirectory, params IReadOnlyList<WrittenFolder> folders)
{
    private const string LockName = ".hub-write.lock";
    private const int NoSpace = 28;
    private const int ReadOnlyFileSystem = 30;
    private const int QuotaReached = 122;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>The steps by which files are changed.</summary>
    public DurableFiles Files { get; } = new();

    private string Names => string.Join(" or ", folders.Select(written => $"'{written.Path}' (setting '{written.Setting}')").Distinct());

    /// <summary>Runs one attempt of a task.</summary>
    /// <exception cref="SourceException">A later attempt has begun already, or the files cannot be changed.</exception>
    public async Task<WriteResult> RunAsync(
        TaskKey task, Func<WriteLedger, Task<IReadOnlyList<WriteItem>>> write, CancellationToken cancellationToken)
    {
        try
        {
            await using var entered = await EnterAsync(cancellationToken);
            foreach (var written in folders.Where(written => Directory.Exists(written.Path)))
            {
                DurableFiles.RemoveDrafts(written.Path);
            }

            using var ledger = WriteLedger.Open(workDirectory, task);
            return new() { Items = await write(ledger) };
        }
        catch (UnauthorizedAccessException denied)
        {
            throw Denied(denied);
        }
        catch (SqliteException failed)
        {
            throw new SourceException(FailureKind.Transient, "The ledger of writes could not be used just now.", failed);
        }
        catch (IOException failed) when (failed.HResult == ReadOnlyFileSystem)
        {
            throw Denied(failed);
        }
        catch (IOException failed) when (failed.HResult is NoSpace or QuotaReached)
        {
            throw new SourceException(
                FailureKind.Transient, $"There is no room left in {Names}; make some, the task goes on where it stopped.", failed);
        }
        catch (IOException failed)
        {
            throw new SourceException(FailureKind.Transient, $"A file in {Names} could not be changed just now.", failed);
        }
    }

    private SourceException Denied(Exception cause) => new(
        FailureKind.Configuration,
        $"The files in {Names} may not be changed by the account that the hub runs as; give it the right to write there and to "
        + "leave them to their owner.",
        cause);

    private async Task<FileStream> EnterAsync(CancellationToken cancellationToken)
    {
        var folder = folders[0];
        if (!Directory.Exists(folder.Path))
        {
            throw new SourceException(
                FailureKind.Configuration,
                $"The folder '{folder.Path}' does not exist; mend '{folder.Setting}' in the source's settings.");
        }

        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return new FileStream(Path.Combine(folder.Path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException taken) when (taken.HResult is not (NoSpace or QuotaReached or ReadOnlyFileSystem))
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }
}
