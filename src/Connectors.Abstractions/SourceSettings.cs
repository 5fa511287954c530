namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>What a connector is told about the source it serves.</summary>
public sealed record SourceSettings
{
    /// <summary>The register the source belongs to.</summary>
    public required string Register { get; init; }

    /// <summary>The source's id within its register; also the issuer of the customer numbers it gives.</summary>
    public required string Source { get; init; }

    /// <summary>The connector's own settings, as written under <c>settings</c>.</summary>
    public required SettingsMap Settings { get; init; }

    /// <summary>
    /// A folder of the source's own that the connector may keep indexes and caches in; they may be lost at any time.
    /// </summary>
    public required string WorkDirectory { get; init; }

    /// <summary>What a relative path in the settings is relative to.</summary>
    public required string BaseDirectory { get; init; }
}
