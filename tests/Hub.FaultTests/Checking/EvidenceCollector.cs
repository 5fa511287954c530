using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.FaultTests.Setting;
using PersonalDataHub.Hub.FaultTests.Workload;
using PersonalDataHub.Hub.Requests.Fulfillment;

namespace PersonalDataHub.Hub.FaultTests.Checking;

/// <summary>Asks every witness when an experiment is over. The hubs are asked first, then killed: what follows reads what they left.</summary>
internal static class EvidenceCollector
{
    private const string TaskSql = """
        SELECT task."Id", request."Id", request."ClientRequestKey", task."Source", task."State", task."WaitingCause", task."DueAt", task."LeaseUntil"
        FROM "FulfillmentTasks" AS task JOIN "Requests" AS request ON request."Key" = task."RequestKey"
        """;

    private const string AuditSql = """SELECT "Operation", "RequestId", "Outcome", "Sources" FROM "AuditEntries" ORDER BY "Sequence" """;

    /// <param name="world">The witnesses.</param>
    /// <param name="clients">Ask the hubs.</param>
    /// <param name="before">What an earlier database held, where a restored one does not.</param>
    public static async Task<Evidence> CollectAsync(World world, RightsClients clients, StoredEvidence? before = null)
    {
        var history = world.History.Lines;
        var shown = await ShowAsync(clients, [.. history.Where(line => line.Event == HistoryEvent.Accepted).Select(line => line.Said).Distinct()]);
        var found = await FindAsync(clients, history, shown);
        var held = new Dictionary<string, IReadOnlyDictionary<string, FaultSource.Account>>();
        foreach (var source in world.Sources)
        {
            held[source.Id] = await source.AccountsAsync();
        }

        var tasks = (await StoreAsync(world)).Tasks;
        var at = TimeProvider.System.GetUtcNow();
        foreach (var node in world.Nodes)
        {
            await node.KillAsync();
        }

        return new()
        {
            History = history,
            Ledgers = world.Sources.ToDictionary(source => source.Id, source => source.ReadLedger()),
            Held = held,
            Shown = shown,
            Tasks = tasks,
            TasksBefore = before?.Tasks ?? [],
            Audit = [.. before?.Audit ?? [], .. (await StoreAsync(world)).Audit],
            AuditIsIntact = await IsAuditIntactAsync(world),
            Found = found,
            Leaks = await LeakScan.FindAsync(world),
            At = at,
        };
    }

    /// <summary>What the hubs' database holds now.</summary>
    public static async Task<StoredEvidence> StoreAsync(World world) =>
        new(await world.Store.QueryAsync(TaskSql, TaskOf), await world.Store.QueryAsync(AuditSql, AuditLineOf));

    private static async Task<IReadOnlyDictionary<string, ShownRequest>> ShowAsync(RightsClients clients, IReadOnlyList<string> ids)
    {
        var shown = new Dictionary<string, ShownRequest>();
        foreach (var id in ids)
        {
            if (await clients.ShowAsync(id) is { } one)
            {
                shown[id] = one;
            }
        }

        return shown;
    }

    private static async Task<IReadOnlyList<string>> FindAsync(
        RightsClients clients, IReadOnlyList<HistoryLine> history, IReadOnlyDictionary<string, ShownRequest> shown)
    {
        var found = new List<string>();
        foreach (var line in history.Where(line => line is { Event: HistoryEvent.Accepted, Request.Kind: RequestKind.Erasure }).DistinctBy(line => line.Said))
        {
            if (shown.GetValueOrDefault(line.Said)?.Status == "DONE" && await clients.FindsAsync(line.Request!.Person))
            {
                found.Add(line.Request.Person);
            }
        }

        return found;
    }

    // A hub is put together over what the others left, and not started.
    private static async Task<bool> IsAuditIntactAsync(World world)
    {
        var settings = world.Nodes[0].Settings;
        await using var application = HubApplication.Build(
        [
            "--Logging:LogLevel:Default=None", $"--environment={settings.Environment}", $"--Hub:DataDirectory={settings.DataDirectory}", $"--Hub:ConfigDirectory={settings.ConfigDirectory}",
            .. settings.Further.Where(option => option.Key.StartsWith("Hub__", StringComparison.Ordinal))
                .Select(option => $"--{option.Key.Replace("__", ":", StringComparison.Ordinal)}={option.Value}"),
        ]);
        var verification = await application.Services.GetRequiredService<AuditTrail>().VerifyAsync(null, CancellationToken.None);

        // A connection that is kept would keep the file's disk from being taken away.
        SqliteConnection.ClearAllPools();
        return verification.IsIntact;
    }

    private static StoredTask TaskOf(DbDataReader row) => new()
    {
        Id = IdAt(row, 0),
        Request = IdAt(row, 1),
        ClientRequestKey = row.GetString(2),
        Source = row.GetString(3),
        State = ((TaskState)row.GetInt32(4)).ToString(),
        Cause = row.IsDBNull(5) ? null : ((WaitingCause)row.GetInt32(5)).ToString(),
        DueAt = InstantAt(row, 6),
        LeaseUntil = InstantAt(row, 7),
    };

    private static AuditLine AuditLineOf(DbDataReader row) => new(
        row.GetString(0),
        row.IsDBNull(1) ? null : row.GetString(1),
        row.IsDBNull(2) ? null : row.GetString(2),
        JsonSerializer.Deserialize<IReadOnlyList<AuditedSource>>(row.GetString(3), JsonSerializerOptions.Web)!
            .GroupBy(source => source.Source).ToDictionary(source => source.Key, source => source.Last().Status));

    private static string IdAt(DbDataReader row, int ordinal) =>
        Guid.Parse(Convert.ToString(row.GetValue(ordinal), CultureInfo.InvariantCulture)!).ToString();

    private static DateTimeOffset? InstantAt(DbDataReader row, int ordinal) =>
        row.IsDBNull(ordinal) ? null : new DateTimeOffset(row.GetInt64(ordinal), TimeSpan.Zero);
}
