namespace PersonalDataHub.Hub.FunctionalTests.Hosting;

/// <summary>A register beside the demo's, over the same CRM.</summary>
public static class SecondRegister
{
    public const string Id = "mobile";

    /// <summary>Adds it to a folder of configuration.</summary>
    public static void AddTo(string configDirectory)
    {
        Directory.CreateDirectory(Path.Combine(configDirectory, Id));
        foreach (var name in (string[])["register.yaml", "crm.yaml"])
        {
            var text = File.ReadAllText(Path.Combine(configDirectory, "telecom", name))
                .Replace("id: telecom", $"id: {Id}", StringComparison.Ordinal)
                .Replace("precedence: [crm, billing]", "precedence: [crm]", StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(configDirectory, Id, name), text);
        }
    }
}
