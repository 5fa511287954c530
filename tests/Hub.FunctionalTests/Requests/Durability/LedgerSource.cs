using Microsoft.Data.Sqlite;

namespace PersonalDataHub.Hub.FunctionalTests.Requests.Durability;

/// <summary>A ledger beside a hub: its configuration, its switches, and its log of calls and effects.</summary>
internal sealed class LedgerSource(string dataDirectory, string id)
{
    public string Id => id;

    private string Database => Path.Combine(dataDirectory, $"{id}.db");

    /// <summary>Adds it to a register.</summary>
    /// <param name="registerDirectory">The folder of the register's configuration.</param>
    /// <param name="persons">How many it holds, from 10001 on.</param>
    /// <param name="issuer">Whose customer numbers it keeps; its own unless given.</param>
    public void Configure(string registerDirectory, int persons = 3, string? issuer = null) => File.WriteAllText(
        Path.Combine(registerDirectory, $"{id}.yaml"),
        $$"""
        connector: ledger
        name: {{id}}
        timeout: PT30S
        breaker: { failureRatio: 1, minimumThroughput: 1000, breakDuration: PT1S }
        settings:
          file: {{Database}}
          persons: {{persons}}
          accountsEach: 2
          {{(issuer is null ? "# Gives the customer numbers." : $"customerNumberIssuer: {issuer}")}}
        """);

    /// <summary>Sets the switches, and takes away those that were set.</summary>
    public void Switch(params string[] switches)
    {
        var control = $"{Database}.control";
        File.WriteAllLines($"{control}.new", switches);
        File.Move($"{control}.new", control, overwrite: true);
    }

    /// <summary>Writes down all it holds, and puts it back: as when the source itself is restored from its backup.</summary>
    /// <returns>What puts it back.</returns>
    public Action Keep()
    {
        var kept = File.ReadAllBytes(Database);
        return () =>
        {
            foreach (var beside in (string[])["-wal", "-shm", "-journal"])
            {
                File.Delete(Database + beside);
            }

            File.WriteAllBytes(Database, kept);
        };
    }

    /// <summary>How many accounts it holds.</summary>
    public Task<long> AccountsAsync() => NumberAsync("SELECT count(*) FROM account");

    /// <summary>How many changes it has made.</summary>
    public Task<long> EffectsAsync() => NumberAsync("SELECT count(*) FROM log WHERE effect = 1");

    /// <summary>How many changes it was told to make, repeats included.</summary>
    public Task<long> WritesAsync() => NumberAsync("SELECT count(*) FROM log WHERE task IS NOT NULL AND operation <> 'preview'");

    /// <summary>How many changes were made more than once.</summary>
    public Task<long> RepeatedEffectsAsync() => NumberAsync(
        "SELECT count(*) FROM (SELECT 1 FROM log WHERE effect = 1 GROUP BY task, operation, position HAVING count(*) > 1)");

    private async Task<long> NumberAsync(string sql)
    {
        if (!File.Exists(Database))
        {
            return 0;
        }

        await using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        if (await command.ExecuteScalarAsync() is 0L)
        {
            return 0;
        }

        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
