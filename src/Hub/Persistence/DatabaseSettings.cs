using Npgsql;
using PersonalDataHub.Hub.Persistence.PostgreSql;

namespace PersonalDataHub.Hub.Persistence;

/// <summary>What is configured of the database and of this node; section <c>Hub:Database</c> and key <c>Hub:Node</c>.</summary>
/// <param name="Provider">Which database.</param>
/// <param name="ConnectionString">How to connect to PostgreSQL; null beside SQLite.</param>
/// <param name="Node">What this node is called.</param>
internal sealed record DatabaseSettings(DatabaseProvider Provider, string? ConnectionString, HubNode Node)
{
    public const string ProviderKey = "Hub:Database:Provider";
    public const string ConnectionStringKey = "Hub:Database:ConnectionString";

    /// <summary>Reads and checks the settings. No message repeats a connection string: it may hold a password.</summary>
    /// <exception cref="HubDatabaseException">All mistakes at once.</exception>
    public static DatabaseSettings Read(IConfiguration configuration)
    {
        var mistakes = new List<string>();
        var provider = ProviderOf(configuration[ProviderKey], mistakes);
        var node = HubNode.Read(configuration, mistakes);
        var connectionString = ConnectionStringOf(configuration[ConnectionStringKey], provider, node, mistakes);
        return mistakes.Count == 0
            ? new(provider!.Value, connectionString, node!)
            : throw new HubDatabaseException(string.Join(Environment.NewLine, mistakes));
    }

    private static DatabaseProvider? ProviderOf(string? text, List<string> mistakes)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return DatabaseProvider.Sqlite;
        }

        // A number is no name, whatever it would be read as.
        if (Enum.TryParse<DatabaseProvider>(text, ignoreCase: true, out var provider) && Enum.IsDefined(provider) && char.IsLetter(text.Trim()[0]))
        {
            return provider;
        }

        mistakes.Add($"{ProviderKey} is '{text}'; it may be {string.Join(" or ", Enum.GetNames<DatabaseProvider>())}.");
        return null;
    }

    private static string? ConnectionStringOf(string? text, DatabaseProvider? provider, HubNode? node, List<string> mistakes)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            if (provider == DatabaseProvider.PostgreSql)
            {
                mistakes.Add(
                    $"{ConnectionStringKey} is missing; PostgreSQL needs it, such as 'Host=db.example.org;Database=hub;Username=hub;Passfile=/etc/hub/pgpass'.");
            }

            return null;
        }

        if (provider == DatabaseProvider.Sqlite)
        {
            mistakes.Add($"{ConnectionStringKey} is set, but {ProviderKey} is Sqlite, whose file lies in Hub:DataDirectory. Set the provider to PostgreSql, or take the connection string away.");
            return null;
        }

        try
        {
            var given = new NpgsqlConnectionStringBuilder(text);
            mistakes.AddRange(PostgreSqlConnection.MistakesIn(given));
            return node is null ? null : PostgreSqlConnection.Complete(given, node);
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or InvalidOperationException or OverflowException)
        {
            mistakes.Add($"{ConnectionStringKey} cannot be read. Write it as 'Name=value' pairs divided by semicolons; quote values that hold one.");
            return null;
        }
    }
}
