using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using PersonalDataHub.DemoSources.Telecom;
using PersonalDataHub.Hub.FunctionalTests.Connectors;
using PersonalDataHub.Hub.FunctionalTests.Gate;
using PersonalDataHub.Hub.FunctionalTests.Hosting;
using PersonalDataHub.Hub.Persistence;

namespace PersonalDataHub.Hub.FunctionalTests.Requests.Durability;

/// <summary>What requests know of people leaves nothing readable behind.</summary>
public sealed class ForgettingTests
{
    private const string Planted = "planted.address@example.org";

    [Fact]
    [Requirement("S1-58")]
    public async Task Hub_Should_KeepNoTraceOfTheKeys_When_AnErasureHasEnded()
    {
        // arrange
        await using var hub = await CrmHub.StartAsync();
        var request = await hub.Desk.RequestErasureAsync(AwkwardCases.CrmOnly);
        var keys = await KeysAsync(hub, "SELECT Wrapped FROM RequestKeys UNION ALL SELECT Wrapped FROM PersonKeys");
        var before = FilesWith(hub, keys);

        // act
        await hub.Desk.ApproveAsync(request);
        await hub.Desk.UntilStatusAsync(request, "DONE");

        // assert
        before.ShouldNotBeEmpty();
        keys.Count.ShouldBe(2);
        await Patience.UntilAsync(
            async () =>
            {
                // Whoever read while the log was to be emptied is done; the entry of this reading in the audit trail empties it.
                await hub.Desk.GetAsync(request.Text("id"));
                return FilesWith(hub, keys);
            },
            files => files.Count == 0,
            // SQLite's own habits overwrite the log too, but only after a thousand pages.
            TimeSpan.FromSeconds(10));
    }

    [Fact]
    [Requirement("S0-16")]
    public async Task Hub_Should_LogNothingOfThePerson_When_RequestsFailAndSucceed()
    {
        // arrange
        using var log = new CollectedLog();
        var ledger = default(LedgerSource);
        await using var hub = await CrmHub.StartAsync(
            (data, register, plugins) =>
            {
                LedgerRegister.InstallConnector(plugins);
                ledger = new LedgerSource(data, "ledger");
                ledger.Configure(register, persons: 20, issuer: "crm");
                ledger.Switch("down 2");
            },
            builder => builder.Logging.SetMinimumLevel(LogLevel.Trace).ClearProviders().AddProvider(log));
        var found = await hub.Desk.FindAsync(AwkwardCases.CrmOnly, "registrant { id profile { emails { value held { ref tag } } } }");
        var email = found.Items("registrant.profile.emails")[0];

        // act
        await hub.Desk.UntilStatusAsync(
            await hub.Desk.RequestRectificationAsync(found.Text("registrant.id")!, email.Items("held"), Planted), "DONE");
        var erasure = await hub.Desk.RequestErasureAsync(AwkwardCases.CrmOnly);
        await hub.Desk.ApproveAsync(erasure);
        await hub.Desk.UntilStatusAsync(erasure, "DONE");

        // assert
        string[] values = [Planted, email.Text("value")!, $"Holder {AwkwardCases.CrmOnly}", $"{AwkwardCases.CrmOnly}-1"];
        log.Lines.Where(line => values.Any(value => line.Contains(value, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
        log.Lines.Count(line => line.Contains("ledger", StringComparison.Ordinal)).ShouldBeGreaterThan(0, "Nothing was logged at all.");
        FilesWith(hub, [.. values.Select(Encoding.UTF8.GetBytes)]).ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<byte[]>> KeysAsync(CrmHub hub, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={HubDatabase.PathIn(hub.Hub.DataDirectory)};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var keys = new List<byte[]>();
        while (await reader.ReadAsync())
        {
            keys.Add(await reader.GetFieldValueAsync<byte[]>(0));
        }

        return keys;
    }

    /// <summary>The names of the hub's database files in which any of the values stands.</summary>
    private static IReadOnlyList<string> FilesWith(CrmHub hub, IReadOnlyList<byte[]> values) =>
        [.. Directory.GetFiles(hub.Hub.DataDirectory, "hub.db*").Where(file => values.Any(value => Holds(file, value))).Select(file => Path.GetFileName(file))];

    private static bool Holds(string file, byte[] value)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return bytes.AsSpan().IndexOf(value) >= 0;
    }
}
