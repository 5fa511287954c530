using PersonalDataHub.Connectors.LogIndex.Files;

namespace PersonalDataHub.Connectors.LogIndex.Storage;

/// <summary>A log file as the index knows it.</summary>
internal sealed record KnownFile
{
    public required long Id { get; init; }

    /// <summary>The name at the last look; rotation changes it.</summary>
    public required string Name { get; init; }

    public required bool Packed { get; init; }

    /// <summary>Bytes at the last look.</summary>
    public required long Length { get; init; }

    /// <summary>Ticks of the last write, UTC, at the last look.</summary>
    public required long Modified { get; init; }

    /// <summary>Bytes whose lines are in the index; the rest is a line not yet complete.</summary>
    public required long Indexed { get; init; }

    public required FileFingerprint Fingerprint { get; init; }

    /// <summary>Lines read.</summary>
    public long Lines { get; init; }

    /// <summary>Lines that could not be read.</summary>
    public long Malformed { get; init; }

    /// <summary>True for an archive that ends too early or is no gzip file.</summary>
    public bool Broken { get; init; }

    public bool LooksLike(LogFile file) => Name == file.Name && SameContentAs(file);

    public bool SameContentAs(LogFile file) =>
        Packed == file.Packed && Length == file.Length && Modified == file.Modified;
}
