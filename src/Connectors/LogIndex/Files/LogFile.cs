namespace PersonalDataHub.Connectors.LogIndex.Files;

/// <summary>A log file as the folder shows it.</summary>
/// <param name="Name">The name without its folder.</param>
/// <param name="Path">The whole path.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Modified">Ticks of the last write, UTC.</param>
/// <param name="Packed">True for a gzip archive.</param>
internal sealed record LogFile(string Name, string Path, long Length, long Modified, bool Packed);
