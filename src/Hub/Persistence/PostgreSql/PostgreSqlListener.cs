using Npgsql;

namespace PersonalDataHub.Hub.Persistence.PostgreSql;

/// <summary>Hears what other nodes have changed, as the database tells of their commits.</summary>
/// <remarks>Notices of the time without a connection are lost: after it whoever watches looks again.</remarks>
internal sealed partial class PostgreSqlListener(string connectionString, OtherNodes others, ILogger<PostgreSqlListener> log) : BackgroundService
{
    /// <summary>What notices are sent under.</summary>
    public const string Channel = "hub_requests";

    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception cause) when (cause is not OperationCanceledException)
            {
                LogLost(log, cause.GetType().Name);
                await Task.Delay(pause, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        await using var connection = PostgreSqlConnection.ForStart(connectionString);
        connection.Notification += (_, notice) => others.Tell(RequestsOf(notice.Payload));
        await connection.OpenAsync(cancellationToken);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(cancellationToken);
        }

        others.TellMissed();
        while (true)
        {
            await connection.WaitAsync(cancellationToken);
        }
    }

    // What is no number was sent by somebody else.
    private static List<Guid> RequestsOf(string payload) =>
        [.. payload.Split(',').Select(text => Guid.TryParseExact(text, "N", out var request) ? request : Guid.Empty).Where(request => request != Guid.Empty)];

    [LoggerMessage(Level = LogLevel.Warning, Message = "What other nodes change is not heard of for the moment ({ExceptionType}).")]
    private static partial void LogLost(ILogger log, string exceptionType);
}
