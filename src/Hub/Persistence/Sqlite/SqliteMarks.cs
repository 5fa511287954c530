namespace PersonalDataHub.Hub.Persistence.Sqlite;

/// <summary>Files beside a database file that tell why it is not to be used as it is.</summary>
internal static class SqliteMarks
{
    /// <summary>A backup on its way to the database's place.</summary>
    public static string Restoring(string database) => $"{database}.restoring";

    /// <summary>Stands while the database is moved to PostgreSQL.</summary>
    public static string Moving(string database) => $"{database}.moving";

    /// <summary>Stands for good once it was.</summary>
    public static string Moved(string database) => $"{database}.moved";

    /// <exception cref="HubDatabaseException">It is not to be used.</exception>
    public static void Refuse(string database)
    {
        if (File.Exists(Moved(database)))
        {
            throw new HubDatabaseException(
                $"The database {database} {File.ReadAllText(Moved(database)).Trim()} Set Hub:Database:Provider to PostgreSql and its connection string. "
                + $"What was done there since is not in this file; only if it was given up, delete {Moved(database)}.");
        }

        if (File.Exists(Moving(database)))
        {
            throw new HubDatabaseException(
                $"The move of the database {database} to PostgreSQL was cut short. Run it again, or give it up: empty the PostgreSQL database and delete {Moving(database)}.");
        }

        if (File.Exists(Restoring(database)))
        {
            throw new HubDatabaseException(
                $"The restoring of the database {database} was cut short. Run restore again, or give it up: delete {Restoring(database)}.");
        }
    }
}
