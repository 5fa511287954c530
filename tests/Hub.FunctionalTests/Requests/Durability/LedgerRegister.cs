using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Requests.Durability;

/// <summary>A register over ledgers alone: one that gives the customer numbers, and an archive that keeps them.</summary>
internal sealed class LedgerRegister(string dataDirectory)
{
    public const string Id = "ledgers";

    /// <summary>The options under which failures take tests no longer than they must.</summary>
    public static IReadOnlyDictionary<string, string> Hurry { get; } = new Dictionary<string, string>
    {
        ["Hub:Fulfillment:FirstBackoff"] = "00:00:00.1",
        ["Hub:Fulfillment:LongestBackoff"] = "00:00:01",
        ["Hub:Fulfillment:Heartbeat"] = "00:00:01",
        ["Hub:Fulfillment:ReadBackRounds"] = "2",
        ["Hub:Fulfillment:ReadBackTimeout"] = "00:00:05",

        // Ledgers know task keys, and repeats are to be seen.
        ["Hub:Fulfillment:ReadBeforeWrite"] = "false",
    };

    /// <summary>The same, as arguments of a hub's start.</summary>
    public static string[] HurryArguments { get; } = [.. Hurry.Select(option => $"--{option.Key}={option.Value}")];

    public LedgerSource Ledger { get; } = new(dataDirectory, "ledger");

    public LedgerSource Archive { get; } = new(dataDirectory, "archive");

    /// <summary>Takes the place of every other register.</summary>
    /// <param name="configDirectory">The folder of configuration.</param>
    /// <param name="pluginsDirectory">Where the connector goes.</param>
    /// <param name="approval">Whether erasures are approved: <c>required</c> or <c>none</c>.</param>
    /// <param name="persons">How many persons each ledger holds.</param>
    public void Configure(string configDirectory, string pluginsDirectory, string approval = "required", int persons = 3)
    {
        var folder = Path.Combine(configDirectory, Id);
        Directory.CreateDirectory(folder);
        if (Directory.Exists(Path.Combine(configDirectory, "telecom")))
        {
            Directory.Delete(Path.Combine(configDirectory, "telecom"), recursive: true);
        }

        InstallConnector(pluginsDirectory);
        Ledger.Configure(folder, persons);
        Archive.Configure(folder, persons, Ledger.Id);
        File.WriteAllText(
            Path.Combine(folder, "register.yaml"),
            $$"""
            id: {{Id}}
            name: Ledgers
            controller: { name: Esimerkki Oy, businessId: 9900005-0 }
            primarySource: ledger
            precedence: [ledger, archive]
            requests:
              approval: { erasure: {{approval}}, rectification: none, restriction: none, lift: none }
            categories:
              - { id: contact, name: Yhteystiedot }
            purposes:
              - { id: data-subject-rights, name: Rekisteröidyn oikeudet, categories: all, restrictedUse: rights }
            """);
    }

    public static void InstallConnector(string pluginsDirectory) =>
        Folders.Copy(Repository.TestPlugin("Ledger"), Path.Combine(pluginsDirectory, "ledger"));
}
