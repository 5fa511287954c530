namespace PersonalDataHub.Hub.Persistence.Ledger;

/// <summary>Where the erasure ledger is, and whether it is followed; section <c>Hub:ErasureLedger</c>.</summary>
/// <param name="Directory">Its folder, one for all nodes. Key <c>Directory</c>, default <c>erasure-ledger</c> in the data directory.</param>
/// <param name="Replay">
/// Whether erasures that a restored database does not know are done again before anybody is answered. Key <c>Replay</c>, default
/// true; off only in experiments that show what comes back without it.
/// </param>
internal sealed record LedgerSettings(string Directory, bool Replay)
{
    public const string DirectoryKey = "Hub:ErasureLedger:Directory";

    private const string ReplayKey = "Hub:ErasureLedger:Replay";

    public static LedgerSettings Read(IConfiguration configuration, string dataDirectory) => new(
        configuration[DirectoryKey] is { Length: > 0 } configured
            ? Path.GetFullPath(configured)
            : Path.Combine(Path.GetFullPath(dataDirectory), "erasure-ledger"),
        configuration.GetValue<bool?>(ReplayKey) ?? true);
}
