namespace PersonalDataHub.Hub.FaultTests.Setting;

/// <summary>The register over the four sources, as configuration files.</summary>
internal static class FaultRegister
{
    public const string Id = "faults";

    /// <summary>The four sources; the first gives the customer numbers.</summary>
    public static IReadOnlyList<string> Sources { get; } = ["crm", "billing", "recordings", "analytics"];

    /// <summary>How many calls run at once at each source.</summary>
    public const int Concurrency = 8;

    /// <summary>Whether a source knows idempotency keys; the hub looks at the others before it tells them again.</summary>
    public static bool KnowsKeys(string source) => source is "crm" or "billing";

    public static void Write(string configDirectory, IEnumerable<SourceProcess> sources, WorldSettings settings)
    {
        var folder = Path.Combine(configDirectory, Id);
        Directory.CreateDirectory(folder);
        foreach (var source in sources)
        {
            var repeats = KnowsKeys(source.Id) && !settings.WithoutKeys ? "keyed" : "blind";
            File.WriteAllText(
                Path.Combine(folder, $"{source.Id}.yaml"),
                $$"""
                connector: remote
                name: {{source.Id}}
                timeout: {{settings.SourceTimeout}}
                concurrency: {{Concurrency}}
                breaker: {{settings.Breaker}}
                settings:
                  address: {{source.Address}}
                  repeats: {{repeats}}
                  {{(source.Id == Sources[0] ? "# Gives the customer numbers." : $"customerNumberIssuer: {Sources[0]}")}}
                """);
        }

        File.WriteAllText(
            Path.Combine(folder, "register.yaml"),
            $$"""
            id: {{Id}}
            name: Faults
            controller: { name: Esimerkki Oy, businessId: 9900005-0 }
            primarySource: {{Sources[0]}}
            precedence: [{{string.Join(", ", Sources)}}]
            requests:
              approval: { erasure: none, rectification: none, restriction: none, lift: none }
            categories:
              - { id: contact, name: Yhteystiedot }
            purposes:
              - { id: data-subject-rights, name: Rekisteröidyn oikeudet, categories: all, restrictedUse: rights }
              - { id: marketing, name: Markkinointi, categories: all }
            """);
    }
}
