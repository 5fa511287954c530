using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Requests;

/// <summary>A ledger beside the demo sources, which can do all it is asked and does it as it is switched.</summary>
internal static class LedgerSource
{
    /// <summary>Adds it before a hub starts: the first two people have two accounts each.</summary>
    public static void Add(string data, string config, string plugins)
    {
        Folders.Copy(Repository.TestPlugin("Ledger"), Path.Combine(plugins, "ledger"));
        File.WriteAllText(
            Path.Combine(config, "telecom", "ledger.yaml"),
            $"connector: ledger\nname: Ledger\nsettings:\n  file: {Path.Combine(data, "ledger.db")}\n  customerNumberIssuer: crm\n  persons: 2\n  accountsEach: 2\n");
    }

    /// <summary>Switches how it behaves from the next call on.</summary>
    public static void Switch(TestHub hub, string switches)
    {
        var control = Path.Combine(hub.DataDirectory, "ledger.db.control");
        File.WriteAllText($"{control}.new", switches);
        File.Move($"{control}.new", control, overwrite: true);
    }
}
