using System.Collections.Concurrent;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Audit;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Registrants.Identities;

namespace PersonalDataHub.Hub.PersistenceTests.Sqlite;

/// <summary>Plants people and looks for what was planted in every file and log line that the store leaves.</summary>
public sealed class PlaintextCanaryTests : IDisposable
{
    private const string Register = "telecom";
    private const int People = 100;
    private const string Name = "Kanaria-Lintunen";
    private const string CheckCharacters = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    [Requirement("S0-16")]
    public async Task Store_Should_HoldNothingReadable_When_PeopleAreRememberedSeparatedAndAudited()
    {
        // arrange
        using var logs = new LogLines();
        var planted = new List<string> { Name };
        await using var store = await SqliteHubStore.CreateAsync(directory.Path, logs);

        // act
        for (var number = 0; number < People; number++)
        {
            planted.AddRange(await PlantAsync(store, number));
        }

        // assert
        planted.Count.ShouldBe((People * 3) + 1);
        Readable(planted).ShouldBeEmpty();
        logs.Lines.ShouldNotBeEmpty();
        planted.Where(value => logs.Lines.Any(line => line.Contains(value, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Search_Should_FindTheCanary_When_ItIsStoredUnencrypted()
    {
        // The control: the search above would see a value that is there.
        await using var store = await SqliteHubStore.CreateAsync(directory.Path);
        await using var connection = new SqliteConnection($"Data Source={directory.File(HubDatabase.FileName)};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"CREATE TABLE Plain (Value TEXT); INSERT INTO Plain VALUES ('{Name}')";
        await command.ExecuteNonQueryAsync();

        Readable([Name]).ShouldBe([Name]);
    }

    private static async Task<string[]> PlantAsync(SqliteHubStore store, int number)
    {
        var date = $"0101{50 + (number / 2 % 50):00}";
        var individual = 900 + (number % 2);
        var check = CheckCharacters[(int)(((int.Parse(date, null) * 1000L) + individual) % 31)];
        var customer = new SubjectIdentity(IdentityKinds.CustomerNumber, $"C{number}", "crm");
        var code = new SubjectIdentity(IdentityKinds.IdentityCode, $"{date}-{individual}{check}", null);
        var email = new SubjectIdentity(IdentityKinds.Email, $"{Name}.{number}@example.org", null);
        var phone = new SubjectIdentity(IdentityKinds.Phone, $"+3584000001{number:00}", null);
        var intent = new AuditIntent { Actor = "anna", Role = "dpo", Register = Register, Operation = "findRegistrant" };
        var scope = await store.Audit.BeginAsync(intent, CancellationToken.None);
        var known = await store.Graph.RememberAsync(
            Register,
            [customer],
            [.. new[] { code, email, phone }.Select(identity => new ObservedLink(customer, identity, "crm", "contact"))],
            CancellationToken.None);
        known.Identities.Count.ShouldBe(4);
        await store.Graph.SeparateAsync(Register, customer, email, "anna", $"{Name} moved out", CancellationToken.None);
        await Should.ThrowAsync<LinkForbiddenException>(() => store.Graph.ConfirmLinkAsync(
            Register, known.Id, customer, email, "anna", Name, CancellationToken.None));
        await scope.CompleteAsync(
            new AuditOutcome { Outcome = "answered", RegistrantToken = store.Audit.TokenOf(Register, known.Id), Records = 1 },
            CancellationToken.None);
        return [code.Value, email.Value, phone.Value];
    }

    private List<string> Readable(IEnumerable<string> planted)
    {
        // Latin-1 keeps every byte, so that text is found in binary files; UTF-16 would be SQLite's other text form.
        var files = Directory.GetFiles(directory.Path, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != DataDirectoryLock.FileName).Select(ReadShared).ToList();
        files.Count.ShouldBeGreaterThan(2);
        return [.. planted.Where(value => files.Any(file =>
            file.Contains(value, StringComparison.OrdinalIgnoreCase)
            || file.Contains(Encoding.Latin1.GetString(Encoding.Unicode.GetBytes(value)), StringComparison.OrdinalIgnoreCase)))];
    }

    private static string ReadShared(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    private sealed class LogLines : ILoggerProvider
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => new LineLog(Lines);

        public void Dispose()
        {
        }

        private sealed class LineLog(ConcurrentQueue<string> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                lines.Enqueue(formatter(state, exception) + exception);
        }
    }
}
