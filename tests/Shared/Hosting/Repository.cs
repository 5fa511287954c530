namespace PersonalDataHub.Tests.Shared.Hosting;

/// <summary>Where the things stand that tests run: the hub as built, its plugins, the configuration that ships.</summary>
public static class Repository
{
    /// <summary>The folder that everything stands in.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The configuration that the tests were built in: Debug or Release.</summary>
    public static string BuildConfiguration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>The configuration that ships.</summary>
    public static string ConnectorsConfig => Path.Combine(Root, "connectors-config");

    /// <summary>The hub's program.</summary>
    public static string HubAssembly => Path.Combine(Root, "src", "Hub", "bin", BuildConfiguration, "net10.0", "PersonalDataHub.Hub.dll");

    /// <summary>The connectors that ship, as built beside the hub.</summary>
    public static string Plugins => Path.Combine(Path.GetDirectoryName(HubAssembly)!, "plugins");

    /// <summary>A test plugin, as built.</summary>
    public static string TestPlugin(string project) =>
        Path.Combine(Root, "tests", "TestConnectors", project, "bin", BuildConfiguration, "net10.0");

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PersonalDataHub.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        }

        return folder;
    }
}
