using PersonalDataHub.Hub.Persistence.PostgreSql;
using PersonalDataHub.Hub.Persistence.Sqlite;

namespace PersonalDataHub.Hub.Persistence;

/// <summary>Tells a database that is gone, or can store nothing, from one that refuses a statement.</summary>
internal static class StorageFailures
{
    /// <summary>Whether a failure, or one that it wraps, means that whatever is asked of the database meets the same.</summary>
    public static bool IsUnavailable(Exception failure) =>
        SqliteFile.IsUnavailable(failure) || PostgreSqlFailures.IsUnavailable(failure) || NamedIn(failure) is not null;

    /// <summary>The error that tells of it; null where the failure is another.</summary>
    public static StorageUnavailableException? In(Exception failure) =>
        NamedIn(failure) ?? (IsUnavailable(failure) ? new(mayBeStored: false, failure) : null);

    private static StorageUnavailableException? NamedIn(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is StorageUnavailableException named)
            {
                return named;
            }
        }

        return null;
    }
}
