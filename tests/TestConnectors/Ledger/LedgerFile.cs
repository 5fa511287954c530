using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PersonalDataHub.TestConnectors.Ledger;

/// <summary>The database, opened for one call: all of it in one transaction, so that no effect is without its note.</summary>
/// <remarks>
/// <c>log</c> has a row per call and target: <c>call, at, task, fence, operation, position, effect, answer</c>; reading has no
/// task and no position, and what happens later is a call of its own. One effect per task reads
/// <c>SELECT count(*) FROM log WHERE effect = 1 GROUP BY task, operation, position</c>.
/// </remarks>
internal sealed class LedgerFile : IDisposable
{
    private const string Schema = """
        CREATE TABLE account (key TEXT PRIMARY KEY, number TEXT NOT NULL, name TEXT, phone TEXT, credit INTEGER, restricted INTEGER NOT NULL DEFAULT 0);
        CREATE INDEX account_number ON account (number);
        CREATE TABLE log (id INTEGER PRIMARY KEY, call INTEGER NOT NULL, at TEXT NOT NULL, task TEXT, fence INTEGER, operation TEXT NOT NULL,
            position INTEGER, effect INTEGER NOT NULL, answer TEXT NOT NULL);
        CREATE INDEX log_task ON log (task, fence);
        CREATE TABLE pending (task TEXT NOT NULL, fence INTEGER NOT NULL, position INTEGER NOT NULL, due INTEGER NOT NULL, operation TEXT NOT NULL,
            key TEXT NOT NULL, field TEXT, value, PRIMARY KEY (task, position));
        PRAGMA user_version = 1;
        """;

    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;

    public LedgerFile(LedgerSettings settings)
    {
        connection = new(new SqliteConnectionStringBuilder { DataSource = settings.File, Pooling = false }.ToString());
        connection.Open();

        // What the process wrote outlives the process; only a power cut could lose it, and no test makes one.
        Execute("PRAGMA synchronous = OFF; PRAGMA busy_timeout = 10000");
        transaction = connection.BeginTransaction();
        if (Number("PRAGMA user_version") == 0)
        {
            Execute(Schema);
            Fill(settings);
        }
    }

    public void Commit() => transaction.Commit();

    public void Execute(string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = Command(sql, parameters);
        command.ExecuteNonQuery();
    }

    public long? Number(string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = Command(sql, parameters);
        return command.ExecuteScalar() as long?;
    }

    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params (string Name, object? Value)[] parameters)
    {
        using var command = Command(sql, parameters);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public void Dispose()
    {
        transaction.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Command(string sql, (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }

    private void Fill(LedgerSettings settings)
    {
        using var insert = Command("INSERT INTO account (key, number, name, phone, credit) VALUES ($key, $number, $name, $phone, $credit)", []);
        var names = new[] { "$key", "$number", "$name", "$phone", "$credit" };
        foreach (var name in names)
        {
            insert.Parameters.Add(new() { ParameterName = name });
        }

        for (var person = 0; person < settings.Persons; person++)
        {
            var number = (settings.FirstNumber + person).ToString(CultureInfo.InvariantCulture);
            for (var account = 1; account <= settings.AccountsEach; account++)
            {
                object[] values = [$"{number}-{account}", number, $"Holder {number}", string.Create(CultureInfo.InvariantCulture, $"+3584{person:00000000}"), account * 100L];
                for (var position = 0; position < values.Length; position++)
                {
                    insert.Parameters[position].Value = values[position];
                }

                insert.ExecuteNonQuery();
            }
        }
    }
}
