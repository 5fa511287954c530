using System.Data.Common;
using Npgsql;
using PersonalDataHub.DemoSources.Telecom;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Databases;

/// <summary>A hub whose CRM and billing are PostgreSQL databases that hold the same demo people.</summary>
public sealed class PostgreSqlHub(PostgreSqlServer server) : SharedHub
{
    protected override async Task<TestHub> StartAsync()
    {
        var crm = await FillAsync(TelecomDatabases.FillCrmAsync);
        var billing = await FillAsync(TelecomDatabases.FillBillingAsync);
        return await TestHub.StartAsync((data, config, _) =>
        {
            UseDatabase(config, "crm", crm);
            UseDatabase(config, "billing", billing);

            // With the files gone, nothing but PostgreSQL can be what answers.
            File.Delete(Path.Combine(data, "telecom", TelecomDemo.CrmFile));
            File.Delete(Path.Combine(data, "telecom", TelecomDemo.BillingFile));
        });
    }

    private async Task<string> FillAsync(Func<DbConnection, TelecomDemoOptions, CancellationToken, Task> fill)
    {
        var database = await server.CreateDatabaseAsync();
        await using var connection = new NpgsqlConnection($"{database};Pooling=false");
        await connection.OpenAsync();
        await fill(connection, new TelecomDemoOptions { Directory = string.Empty, Now = DemoData.Now }, CancellationToken.None);
        return database;
    }

    private static void UseDatabase(string configDirectory, string source, string connectionString)
    {
        var file = Path.Combine(configDirectory, "telecom", $"{source}.yaml");
        var reference = $"${{TELECOM_{source.ToUpperInvariant()}_DATABASE:-Data Source=telecom/{source}.db}}";
        var text = File.ReadAllText(file);
        text.ShouldContain(reference);
        File.WriteAllText(file, text.Replace(reference, connectionString, StringComparison.Ordinal));
    }
}
