using PersonalDataHub.DemoSources.Calls;
using PersonalDataHub.DemoSources.Databases;
using PersonalDataHub.DemoSources.WebLogs;

namespace PersonalDataHub.DemoSources.Telecom;

/// <summary>Makes the systems of a telecom operator that does not exist: databases, call recordings, web logs.</summary>
public static class TelecomDemo
{
    /// <summary>The CRM's database in the folder.</summary>
    public const string CrmFile = "crm.db";

    /// <summary>Billing's database in the folder.</summary>
    public const string BillingFile = "billing.db";

    /// <summary>The database of call traffic data in the folder.</summary>
    public const string CallTrafficFile = "call-traffic.db";

    /// <summary>The database of barred services in the folder.</summary>
    public const string BarringFile = "barring.db";

    /// <summary>The folder of Master.csv and the recordings, in the folder.</summary>
    public const string RecordingsFolder = "recordings";

    /// <summary>The folder of the web server's logs, in the folder.</summary>
    public const string WebLogsFolder = "weblogs";

    /// <summary>Creates the folder with everything in it, or nothing at all.</summary>
    /// <returns>False when the folder exists already and was left as it is.</returns>
    public static Task<bool> CreateAsync(TelecomDemoOptions options, CancellationToken cancellationToken) =>
        WholeFolder.CreateAsync(options.Directory, folder => FillAsync(folder, options, cancellationToken));

    private static async Task FillAsync(string folder, TelecomDemoOptions options, CancellationToken cancellationToken)
    {
        await using var traffic = await SqliteFile.CreateAsync(Path.Combine(folder, CallTrafficFile), "call-traffic.sql", cancellationToken);
        await using var barring = await SqliteFile.CreateAsync(Path.Combine(folder, BarringFile), "barring.sql", cancellationToken);
        var network = new NetworkSystems(traffic, barring, options.Seed, options.Now);
        var recordings = new RecordingsWriter(Path.Combine(folder, RecordingsFolder));
        var webLogs = new WebLogsWriter(Path.Combine(folder, WebLogsFolder), options.Now, "login");
        foreach (var person in TelecomDatabases.Everyone(options))
        {
            recordings.Add(person.Calls);
            network.Write(person);
            if (person.Visitor is { } visitor)
            {
                webLogs.Add(person.CustomerId, visitor);
            }
        }

        await traffic.CommitAsync(cancellationToken);
        await barring.CommitAsync(cancellationToken);
        await recordings.WriteAsync(cancellationToken);
        await webLogs.WriteAsync(cancellationToken);
        await using (var crm = await SqliteFile.OpenAsync(Path.Combine(folder, CrmFile), cancellationToken))
        {
            await TelecomDatabases.FillCrmAsync(crm, options, cancellationToken);
        }

        await using (var billing = await SqliteFile.OpenAsync(Path.Combine(folder, BillingFile), cancellationToken))
        {
            await TelecomDatabases.FillBillingAsync(billing, options, cancellationToken);
        }
    }
}
