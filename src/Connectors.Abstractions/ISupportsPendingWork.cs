namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>Tells what has become of work that the source took to do later (<see cref="WritePending"/>).</summary>
/// <remarks>
/// Asked at the times that the source stated, or when it calls back; nothing is held in between, for months if need be.
/// Whatever it answers, the hub reads the records before it believes that something is done. A source without this is only
/// read at the times that it stated.
/// </remarks>
public interface ISupportsPendingWork
{
    /// <summary>
    /// Answers each token in its order: still pending, with the next time to ask; or done, or what else has become of it.
    /// Changes nothing. A token that is not known any more is <see cref="WriteDone"/>: reading shows whether that is so.
    /// </summary>
    Task<WriteResult> AskPendingAsync(PendingWorkRequest request, CancellationToken cancellationToken);
}
