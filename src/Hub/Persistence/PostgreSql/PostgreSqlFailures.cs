using Npgsql;

namespace PersonalDataHub.Hub.Persistence.PostgreSql;

/// <summary>Tells a database that is gone from one that refuses a statement, and says why it cannot be used.</summary>
internal static class PostgreSqlFailures
{
    // The server stops, starts, is full or has cut the connection; whatever is sent meets the same.
    private static readonly HashSet<string> states =
    [
        PostgresErrorCodes.AdminShutdown, PostgresErrorCodes.CrashShutdown, PostgresErrorCodes.CannotConnectNow,
        PostgresErrorCodes.DatabaseDropped, PostgresErrorCodes.DiskFull, PostgresErrorCodes.OutOfMemory,
        PostgresErrorCodes.TooManyConnections, PostgresErrorCodes.IoError, PostgresErrorCodes.LockNotAvailable,
        PostgresErrorCodes.ReadOnlySqlTransaction, PostgresErrorCodes.InvalidCatalogName, PostgresErrorCodes.InvalidPassword,
        IdleInTransaction,
    ];

    private const string IdleInTransaction = "25P03";
    private const string ConnectionClass = "08";

    /// <summary>Whether a failure, or one that it wraps, means that the database is gone.</summary>
    public static bool IsUnavailable(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is PostgresException answer)
            {
                return states.Contains(answer.SqlState) || answer.SqlState.StartsWith(ConnectionClass, StringComparison.Ordinal);
            }

            // What the server did not say itself is of the connection.
            if (cause is NpgsqlException)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What an operator does about a database that the hub cannot start on.</summary>
    public static HubDatabaseException Explain(string place, string account, NpgsqlException cause)
    {
        var (what, mend) = (cause as PostgresException)?.SqlState switch
        {
            PostgresErrorCodes.InvalidPassword => (
                $"refuses the password of '{account}'", "Correct it in Hub:Database:ConnectionString, or in the file that 'Passfile' names."),
            PostgresErrorCodes.InvalidAuthorizationSpecification => (
                $"does not let '{account}' in", "Create the account, and allow it from this machine in the server's pg_hba.conf."),
            PostgresErrorCodes.InvalidCatalogName => (
                "does not exist", $"Create it: CREATE DATABASE … OWNER \"{account}\" ENCODING 'UTF8' TEMPLATE template0."),
            PostgresErrorCodes.InsufficientPrivilege => (
                $"does not let '{account}' do what the hub needs", $"Make '{account}' the owner of the database's schema."),
            PostgresErrorCodes.TooManyConnections => (
                "has no connection left", "Raise the server's max_connections, or set 'Maximum Pool Size' at every node."),
            PostgresErrorCodes.CannotConnectNow => ("is starting or stopping", "Wait until it is ready and start again."),
            PostgresErrorCodes.DiskFull => ("cannot grow because the disk is full", "Make room on that disk and start again."),
            { } state => ($"cannot be used (PostgreSQL error {state})", "The server's log tells more."),
            null => ("cannot be reached", "See that the server runs, that host and port are right, and that no firewall is between."),
        };
        return new HubDatabaseException($"The database {place} {what}. {mend} Nothing was changed.", cause);
    }
}
