using Microsoft.Extensions.Configuration;

namespace PersonalDataHub.Hub;

/// <summary>The folders that the hub reads and writes, as absolute paths.</summary>
public sealed record HubDirectories
{
    /// <summary>What the hub owns: its database, copies of plugins, remembered descriptors. Key <c>Hub:DataDirectory</c>, default <c>data</c>.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>One folder per register. Key <c>Hub:ConfigDirectory</c>, default <c>connectors-config</c>.</summary>
    public required string ConfigDirectory { get; init; }

    /// <summary>One folder per connector plugin. Key <c>Hub:PluginsDirectory</c>, default <c>plugins</c> beside the application.</summary>
    public required string PluginsDirectory { get; init; }

    /// <summary>The query editor's files; without them its page explains itself. Key <c>Hub:IdeDirectory</c>, default <c>ide</c> beside the application.</summary>
    public string IdeDirectory { get; init; } = Path.Combine(AppContext.BaseDirectory, "ide");

    /// <summary>What relative paths in sources' settings are relative to. Key <c>Hub:SourcesDirectory</c>, default the data directory.</summary>
    public string SourcesDirectory { get => field ?? DataDirectory; init; }

    /// <summary>Reads the keys; a relative path is relative to <paramref name="contentRoot"/>.</summary>
    public static HubDirectories From(IConfiguration configuration, string contentRoot)
    {
        string Resolve(string key, string fallback) => Path.GetFullPath(
            configuration[$"Hub:{key}"] is { Length: > 0 } path ? path : fallback, Path.GetFullPath(contentRoot));

        return new()
        {
            DataDirectory = Resolve(nameof(DataDirectory), "data"),
            ConfigDirectory = Resolve(nameof(ConfigDirectory), "connectors-config"),
            SourcesDirectory = Resolve(nameof(SourcesDirectory), Resolve(nameof(DataDirectory), "data")),
            PluginsDirectory = Resolve(nameof(PluginsDirectory), Path.Combine(AppContext.BaseDirectory, "plugins")),
            IdeDirectory = Resolve(nameof(IdeDirectory), Path.Combine(AppContext.BaseDirectory, "ide")),
        };
    }
}
