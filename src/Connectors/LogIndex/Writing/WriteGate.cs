using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Connectors.LogIndex.Writing;

/// <summary>Lets one write at a time change a source's files, whichever process it comes from.</summary>
/// <param name="folder">The folder that is written to.</param>
/// <param name="setting">The setting that names it, for messages.</param>
/// <param name="workDirectory">Where the ledger lies.</param>
internal sealed class WriteGate(string folder, string setting, string workDirectory)
{
    private const string LockName = ".hub-write.lock";
    private const int NoSpace = 28;
    private const int ReadOnlyFileSystem = 30;
    private const int QuotaReached = 122;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>The steps by which files are changed.</summary>
    public DurableFiles Files { get; } = new();

    /// <summary>Runs one attempt of a task.</summary>
    /// <exception cref="SourceException">A later attempt has begun already, or the files cannot be changed.</exception>
    public async Task<WriteResult> RunAsync(
        TaskKey task, Func<WriteLedger, Task<IReadOnlyList<WriteItem>>> write, CancellationToken cancellationToken)
    {
        try
        {
            await using var entered = await EnterAsync(cancellationToken);
            DurableFiles.RemoveDrafts(folder);
            using var ledger = WriteLedger.Open(workDirectory, task);
            return new() { Items = await write(ledger) };
        }
        catch (UnauthorizedAccessException denied)
        {
            throw Denied(denied);
        }
        catch (IOException failed) when (failed.HResult == ReadOnlyFileSystem)
        {
            throw Denied(failed);
        }
        catch (IOException failed) when (failed.HResult is NoSpace or QuotaReached)
        {
            throw new SourceException(
                FailureKind.Transient, $"There is no room left in '{folder}'; nothing of the file at hand was changed.", failed);
        }
        catch (IOException failed)
        {
            throw new SourceException(FailureKind.Transient, $"A file in '{folder}' could not be changed just now.", failed);
        }
    }

    private SourceException Denied(Exception cause) => new(
        FailureKind.Configuration,
        $"The files in '{folder}' may not be changed by the account that the hub runs as; give it the right to write and to "
        + $"keep their owner there, or mend '{setting}'.",
        cause);

    private async Task<FileStream> EnterAsync(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder))
        {
            throw new SourceException(
                FailureKind.Configuration, $"The folder '{folder}' does not exist; mend '{setting}' in the source's settings.");
        }

        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return new FileStream(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException taken) when (taken.HResult is not (NoSpace or QuotaReached or ReadOnlyFileSystem))
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }
}
