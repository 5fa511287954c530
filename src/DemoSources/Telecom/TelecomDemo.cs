using Microsoft.Data.Sqlite;
using PersonalDataHub.DemoSources.Telecom.Recordings;
using PersonalDataHub.DemoSources.Telecom.WebLogs;

namespace PersonalDataHub.DemoSources.Telecom;

/// <summary>Makes the systems of a telecom operator that does not exist: two databases, call recordings, web logs.</summary>
public static class TelecomDemo
{
    /// <summary>The CRM's database in the folder.</summary>
    public const string CrmFile = "crm.db";

    /// <summary>Billing's database in the folder.</summary>
    public const string BillingFile = "billing.db";

    /// <summary>The folder of Master.csv and the recordings, in the folder.</summary>
    public const string RecordingsFolder = "recordings";

    /// <summary>The folder of the web server's logs, in the folder.</summary>
    public const string WebLogsFolder = "weblogs";

    /// <summary>Creates the folder with everything in it, or nothing at all.</summary>
    /// <remarks>It grows beside its place, in <c>Directory</c>.partial; what an earlier run left there is removed.</remarks>
    /// <returns>False when the folder exists already and was left as it is.</returns>
    public static async Task<bool> CreateAsync(TelecomDemoOptions options, CancellationToken cancellationToken)
    {
        var place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.Directory));
        if (Directory.Exists(place))
        {
            return false;
        }

        var partial = place + ".partial";
        Remove(partial);
        Directory.CreateDirectory(partial);
        try
        {
            await FillAsync(partial, options, cancellationToken);
            Directory.Move(partial, place);
            return true;
        }
        catch
        {
            Remove(partial);
            throw;
        }
    }

    private static async Task FillAsync(string folder, TelecomDemoOptions options, CancellationToken cancellationToken)
    {
        var recordings = new RecordingsWriter(Path.Combine(folder, RecordingsFolder));
        var webLogs = new WebLogsWriter(Path.Combine(folder, WebLogsFolder), options.Now);
        foreach (var person in TelecomDatabases.Everyone(options))
        {
            recordings.Add(person.Calls);
            if (person.Visitor is { } visitor)
            {
                webLogs.Add(person.CustomerId, visitor);
            }
        }

        await recordings.WriteAsync(cancellationToken);
        await webLogs.WriteAsync(cancellationToken);
        await using (var crm = await OpenAsync(Path.Combine(folder, CrmFile), cancellationToken))
        {
            await TelecomDatabases.FillCrmAsync(crm, options, cancellationToken);
        }

        await using (var billing = await OpenAsync(Path.Combine(folder, BillingFile), cancellationToken))
        {
            await TelecomDatabases.FillBillingAsync(billing, options, cancellationToken);
        }
    }

    private static async Task<SqliteConnection> OpenAsync(string path, CancellationToken cancellationToken)
    {
        // Without a pool: a connection kept open would hold the file while its folder is renamed.
        var text = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();
        var connection = new SqliteConnection(text);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
