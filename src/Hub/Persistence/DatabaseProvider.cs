namespace PersonalDataHub.Hub.Persistence;

/// <summary>Which database keeps what the hub owns. Setting <c>Hub:Database:Provider</c>.</summary>
public enum DatabaseProvider
{
    /// <summary>A file in the data directory, which one process owns. The default.</summary>
    Sqlite,

    /// <summary>A PostgreSQL database, which several nodes may share.</summary>
    PostgreSql,
}
