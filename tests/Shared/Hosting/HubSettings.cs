namespace PersonalDataHub.Tests.Shared.Hosting;

/// <summary>What a hub process is started with.</summary>
/// <param name="DataDirectory">Its own; made when missing.</param>
public sealed record HubSettings(string DataDirectory)
{
    public string Environment { get; init; } = "Development";

    public string ConfigDirectory { get; init; } = Repository.ConnectorsConfig;

    /// <summary>Further environment variables, such as <c>Hub__DemoKeys</c>.</summary>
    public IReadOnlyDictionary<string, string> Further { get; init; } = new Dictionary<string, string>();
}
