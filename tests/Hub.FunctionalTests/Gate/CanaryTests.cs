using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using PersonalDataHub.Hub.FunctionalTests.Hosting;
using PersonalDataHub.Hub.Persistence;

namespace PersonalDataHub.Hub.FunctionalTests.Gate;

/// <summary>Asks for everybody and then looks for them in everything that the hub keeps and tells.</summary>
public sealed class CanaryTests : IAsyncLifetime
{
    private const string EverythingOf = """
        query($by: RegistrantKey!) { findRegistrant(register: "telecom", by: $by, waitAtMost: "PT30S") {
          candidates { kind value reason }
          registrant { identities { kind value } profile { emails { value } phones { value } } records(first: 100) { nodes { fields { value } } } } } }
        """;

    private readonly CollectedLog log = new();
    private TestHub? started;

    private TestHub Hub => started!;

    public async ValueTask InitializeAsync() => started = await TestHub.StartAsync(
        prepare: null, builder => builder.Logging.SetMinimumLevel(LogLevel.Trace).ClearProviders().AddProvider(log));

    public async ValueTask DisposeAsync()
    {
        await Hub.DisposeAsync();
        log.Dispose();
    }

    [Fact]
    [Requirement("S0-16")]
    public async Task Hub_Should_KeepNothingReadable_When_EverybodyWasAskedFor()
    {
        // arrange
        var people = await PeopleAsync();
        people.Count.ShouldBeGreaterThan(400);

        // act
        var shown = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(10001, 200),
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (number, _) =>
            {
                var answer = await Hub.AskPurposefullyAsync(EverythingOf, new { by = new { customerId = $"{number}" } });
                Interlocked.Add(ref shown, people.Count(value => answer.Body.Contains(value, StringComparison.Ordinal)));
            });
        foreach (var (kind, value) in ((string, string)[])[
            ("identityCode", "010180-9004"), ("email", "aino.hallavirta@example.org"), ("phone", "0400000001"), ("identityCode", "010180-9005")])
        {
            await Hub.AskPurposefullyAsync(EverythingOf, new { by = new { identity = new { kind, value } } });
        }

        // assert
        shown.ShouldBeGreaterThan(400);
        var sought = SearchValues.Create([.. people, "010180-9005"], StringComparison.OrdinalIgnoreCase);
        Find(sought).ShouldBeEmpty();

        // The control: what is planted is found, in the database and in the log.
        await PlantAsync("aino.hallavirta@example.org");
        Hub.Service<ILogger<CanaryTests>>().LogPlanted("010180-9004");
        Find(sought).ShouldBe(["hub.db-wal", "log"]);
    }

    /// <summary>Every identity code, e-mail address and telephone number that the demo's databases hold.</summary>
    private async Task<HashSet<string>> PeopleAsync() =>
    [
        .. await ColumnAsync("crm.db", "SELECT identity_code FROM customer UNION SELECT address FROM email UNION SELECT number FROM phone"),
        .. await ColumnAsync("billing.db", "SELECT identity_code FROM account UNION SELECT email FROM account"),
    ];

    private async Task<List<string>> ColumnAsync(string database, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(Hub.DataDirectory, "telecom", database)};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
        {
            if (!await reader.IsDBNullAsync(0))
            {
                values.Add(reader.GetString(0));
            }
        }

        return values;
    }

    private async Task PlantAsync(string value)
    {
        await using var connection = new SqliteConnection($"Data Source={HubDatabase.PathIn(Hub.DataDirectory)};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"CREATE TABLE Planted (Value TEXT); INSERT INTO Planted VALUES ('{value}')";
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The names of the hub's files, and <c>log</c>, in which any of the values stands, as UTF-8 or as UTF-16.</summary>
    private List<string> Find(SearchValues<string> sought)
    {
        var sources = Path.Combine(Hub.DataDirectory, "telecom") + Path.DirectorySeparatorChar;
        var files = Directory.GetFiles(Hub.DataDirectory, "*", SearchOption.AllDirectories)
            .Where(file => !file.StartsWith(sources, StringComparison.Ordinal)
                && Path.GetExtension(file) != ".dll" && Path.GetFileName(file) != DataDirectoryLock.FileName)
            .ToList();
        files.Select(Path.GetFileName).ShouldContain(HubDatabase.FileName);
        log.Lines.ShouldNotBeEmpty();
        return
        [
            .. files.Where(file => StandsIn(file, sought)).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal),
            .. log.Lines.Any(line => line.AsSpan().ContainsAny(sought)) ? (string[])["log"] : [],
        ];
    }

    private static bool StandsIn(string file, SearchValues<string> sought)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return ((Encoding[])[Encoding.Latin1, Encoding.Unicode]).Any(encoding => encoding.GetString(bytes).AsSpan().ContainsAny(sought))
            || Encoding.Unicode.GetString(bytes.AsSpan(Math.Min(1, bytes.Length))).AsSpan().ContainsAny(sought);
    }
}
