using Npgsql;

namespace PersonalDataHub.Hub.Persistence.PostgreSql;

/// <summary>What the hub makes of the connection string that it is given.</summary>
internal static class PostgreSqlConnection
{
    private const int PreparedStatements = 64;
    private const int ProviderTimeout = 15;

    /// <summary>How long connecting may take to a server that does not answer at all; one that is stopped refuses at once.</summary>
    private const int SecondsToConnect = 5;

    /// <summary>The same at the start, for which nobody waits.</summary>
    private const int SecondsToConnectAtStart = 30;

    private const int SecondsBetweenSignsOfLife = 10;

    /// <summary>What would not work, or would tell of persons.</summary>
    public static IEnumerable<string> MistakesIn(NpgsqlConnectionStringBuilder given)
    {
        var key = DatabaseSettings.ConnectionStringKey;
        if (string.IsNullOrWhiteSpace(given.Host))
        {
            yield return $"{key} names no server; add 'Host=…'.";
        }

        if (string.IsNullOrWhiteSpace(given.Database))
        {
            yield return $"{key} names no database; add 'Database=…'.";
        }

        if (given.IncludeErrorDetail)
        {
            yield return $"{key} has 'Include Error Detail', which writes values of persons into errors; take it away.";
        }

        if (given.Multiplexing)
        {
            yield return $"{key} has 'Multiplexing', under which a connection cannot keep a lock; take it away.";
        }
    }

    /// <summary>Adds what is measured to be better than the provider's defaults, where nothing else is said.</summary>
    public static string Complete(NpgsqlConnectionStringBuilder given, HubNode node)
    {
        given.MaxAutoPrepare = given.MaxAutoPrepare == 0 ? PreparedStatements : given.MaxAutoPrepare;
        given.Timeout = given.Timeout == ProviderTimeout ? SecondsToConnect : given.Timeout;
        given.KeepAlive = given.KeepAlive == 0 ? SecondsBetweenSignsOfLife : given.KeepAlive;
        given.ApplicationName ??= $"personal-data-hub {node.Name}";
        return given.ConnectionString;
    }

    /// <summary>The server, the database and the account; no secret.</summary>
    public static string PlaceOf(string connectionString)
    {
        var parts = new NpgsqlConnectionStringBuilder(connectionString);
        return $"'{parts.Database}' at {parts.Host}:{parts.Port}";
    }

    /// <summary>For the schedule's own transactions: a node that is frozen within one loses it, so that the others go on.</summary>
    public static string ForSchedule(string connectionString)
    {
        var schedule = new NpgsqlConnectionStringBuilder(connectionString);
        schedule.Options = $"{schedule.Options} -c idle_in_transaction_session_timeout=5000".Trim();
        return schedule.ConnectionString;
    }

    /// <summary>A connection for the start, outside the pool and with patience.</summary>
    public static NpgsqlConnection ForStart(string connectionString) =>
        new(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, Timeout = SecondsToConnectAtStart }.ConnectionString);
}
