namespace PersonalDataHub.Hub.FaultTests.Setting;

/// <summary>What hubs keep their state in.</summary>
public enum DatabaseKind
{
    /// <summary>A file in the data directory; one hub.</summary>
    Sqlite,

    /// <summary>A server of the experiment's own.</summary>
    PostgreSql,
}
