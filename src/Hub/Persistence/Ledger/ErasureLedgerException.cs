namespace PersonalDataHub.Hub.Persistence.Ledger;

/// <summary>The erasure ledger cannot be written, so no erasure can end; everything else goes on.</summary>
internal sealed class ErasureLedgerException(string directory, Exception cause) : Exception(
    $"The erasure ledger in {directory} cannot be written, so that no erasure can end. Make room on its disk, and give the hub's account write access.",
    cause);
