using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Connectors;

/// <summary>A loyalty programme beside a hub: its export, its connector and its configuration, handed over while the hub runs.</summary>
internal sealed class LoyaltyProgramme(string dataDirectory, string configDirectory, string pluginsDirectory)
{
    /// <summary>The demo customer who has two memberships.</summary>
    public const string Customer = "10001";

    /// <summary>The time of the export.</summary>
    public static DateTimeOffset ExportedAt { get; } = new(2026, 10, 31, 2, 0, 0, TimeSpan.Zero);

    public string PluginFolder => Path.Combine(pluginsDirectory, "loyalty");

    private string ExportFile => Path.Combine(dataDirectory, "telecom", "loyalty.csv");

    private string ConfigFile => Path.Combine(configDirectory, "telecom", "loyalty.yaml");

    public void Export(params string[] lines)
    {
        File.WriteAllLines(ExportFile, ["membership_number,customer_number,level,valid_from,valid_to,email,stored_at", .. lines]);
        File.SetLastWriteTimeUtc(ExportFile, ExportedAt.UtcDateTime);
    }

    public void ExportDemo() => Export(
        $"L-200,{Customer},gold,2026-01-01,2026-12-31,first@example.org,2026-01-02T09:30:00+02:00",
        "L-300,99999,basic,2026-01-01,,other@example.org,2026-02-02T10:00:00+02:00",
        $"L-100,{Customer},\"silver, family\",2025-01-01,2025-12-31,,2025-01-03T08:00:00Z");

    /// <summary>Makes lines unreadable so that the export still looks the same from outside.</summary>
    public void Scribble(string line)
    {
        File.WriteAllText(ExportFile, File.ReadAllText(ExportFile).Replace(line, new string('x', line.Length), StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(ExportFile, ExportedAt.UtcDateTime);
    }

    /// <summary>Copies the built plugin, manifest last.</summary>
    public void Install()
    {
        var built = Repository.TestPlugin("Loyalty");
        Directory.CreateDirectory(PluginFolder);
        foreach (var file in Directory.GetFiles(built).OrderBy(file => Path.GetFileName(file) == "plugin.json"))
        {
            File.Copy(file, Path.Combine(PluginFolder, Path.GetFileName(file)), overwrite: true);
        }
    }

    public void Uninstall() => Directory.Delete(PluginFolder, recursive: true);

    public void Configure(string settings = "file: telecom/loyalty.csv\n  customerNumberIssuer: crm") =>
        File.WriteAllText(ConfigFile, $"connector: loyalty\nname: Loyalty programme\ntimeout: PT30S\nsettings:\n  {settings}\n");

    public void RemoveConfiguration() => File.Delete(ConfigFile);
}
