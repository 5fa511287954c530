using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PersonalDataHub.PersonView.Register;

/// <summary>The SQLite file in which persons are found and in which it is written down who was asked for.</summary>
public static class RegisterFile
{
    private const string Tables =
        """
        PRAGMA journal_mode = WAL;
        CREATE TABLE Person (Customer TEXT NOT NULL, Kind INTEGER NOT NULL, Blind BLOB NOT NULL);
        CREATE TABLE Audit (Sequence INTEGER PRIMARY KEY, At INTEGER NOT NULL, Caller TEXT NOT NULL, Operation TEXT NOT NULL, Person BLOB NOT NULL);
        """;

    /// <summary>Makes a file of so many people, numbered from 1.</summary>
    public static void Create(string path, int people)
    {
        using var connection = Open(path);
        Execute(connection, Tables);
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = $"INSERT INTO Person (Customer, Kind, Blind) VALUES ($customer, {PersonFinder.CustomerNumber}, $blind)";
        var customer = insert.Parameters.Add("$customer", SqliteType.Text);
        var blind = insert.Parameters.Add("$blind", SqliteType.Blob);
        var index = new BlindIndex();
        for (var number = 1; number <= people; number++)
        {
            var id = IdOf(number);
            (customer.Value, blind.Value) = (id, index.Of(id));
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
        Execute(connection, "CREATE UNIQUE INDEX PersonBlind ON Person (Kind, Blind)");
    }

    /// <summary>Whom a contender is asked for; all ids are of one length, so that load tools need not count bytes.</summary>
    public static string IdOf(int number) => number.ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>A connection with the hub's settings. It belongs to one user at a time.</summary>
    internal static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        Execute(connection, "PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL");
        return connection;
    }

    internal static void Execute(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
