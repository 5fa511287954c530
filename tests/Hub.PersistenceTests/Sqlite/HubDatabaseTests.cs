using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Persistence;

namespace PersonalDataHub.Hub.PersistenceTests.Sqlite;

public sealed class HubDatabaseTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    private string Database => directory.File(HubDatabase.FileName);

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task Prepare_Should_MakeTheTablesOfTheModel_When_TheDatabaseIsNew()
    {
        // arrange
        await using var store = await SqliteHubStore.CreateAsync(directory.Path);
        await using var db = await store.OpenAsync();

        foreach (var entity in db.Model.GetEntityTypes())
        {
            // act
            var columns = await RowsAsync(db, $"PRAGMA table_info(\"{entity.GetTableName()}\")", "name", "notnull");

            // assert
            columns.ShouldBe(
                entity.GetProperties().Select(property => $"{property.GetColumnName()} {(property.IsNullable ? 0 : 1)}"),
                ignoreOrder: true,
                entity.Name);
        }
    }

    [Fact]
    public async Task Prepare_Should_SetUpTheFile_When_Opened()
    {
        await using var store = await SqliteHubStore.CreateAsync(directory.Path);
        await using var db = await store.OpenAsync();

        (await RowsAsync(db, "PRAGMA journal_mode", "journal_mode")).ShouldBe(["wal"]);
        (await RowsAsync(db, "PRAGMA synchronous", "synchronous")).ShouldBe(["2"]);
        (await RowsAsync(db, "PRAGMA foreign_keys", "foreign_keys")).ShouldBe(["1"]);
        (await RowsAsync(db, "PRAGMA busy_timeout", "timeout")).ShouldBe(["5000"]);
    }

    [Fact]
    public async Task Prepare_Should_KeepWhatIsStored_When_StartedAgain()
    {
        var person = new SubjectIdentity(IdentityKinds.CustomerNumber, "1001", "crm");
        Guid id;
        await using (var store = await SqliteHubStore.CreateAsync(directory.Path))
        {
            id = (await store.Graph.RememberAsync("telecom", [person], [], CancellationToken.None)).Id;
        }

        await using var again = await SqliteHubStore.CreateAsync(directory.Path);

        (await again.Graph.FindAsync("telecom", person, CancellationToken.None))!.Id.ShouldBe(id);
    }

    [Fact]
    public async Task Prepare_Should_NotWait_When_AProcessDiedWhileMigrating()
    {
        await CreateAsync("INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-11-01')");

        await using var store = await SqliteHubStore.CreateAsync(directory.Path);
    }

    [Fact]
    public async Task Prepare_Should_Refuse_When_ANewerHubWroteIt()
    {
        await CreateAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('20991231000000_Later', '99.0.0')");

        (await RefusalAsync()).ShouldContain("20991231000000_Later");
    }

    [Fact]
    public async Task Prepare_Should_Refuse_When_ItIsAnotherPrograms()
    {
        await CreateAsync();
        File.Delete(Database);
        await ExecuteAsync("CREATE TABLE Recipes (Name TEXT)");

        (await RefusalAsync()).ShouldContain("another program");
    }

    [Fact]
    public async Task Prepare_Should_Refuse_When_ItIsReadOnly()
    {
        await CreateAsync();
        File.SetAttributes(Database, FileAttributes.ReadOnly);

        (await RefusalAsync()).ShouldContain("read-only");
        File.SetAttributes(Database, FileAttributes.Normal);
    }

    [Fact]
    public async Task Prepare_Should_Refuse_When_ItIsLocked()
    {
        await CreateAsync();
        await using var other = new SqliteConnection($"Data Source={Database};Pooling=False");
        await other.OpenAsync();
        await using var transaction = await other.BeginTransactionAsync();

        (await RefusalAsync()).ShouldContain("locked by another program");
    }

    [Fact]
    public async Task Prepare_Should_Refuse_When_ItIsNoDatabase()
    {
        await CreateAsync();
        await File.WriteAllTextAsync(Database, new string('x', 5000));

        (await RefusalAsync()).ShouldContain("not a SQLite database");
    }

    [Fact]
    public async Task Prepare_Should_Refuse_When_ItIsDamaged()
    {
        await CreateAsync();
        var bytes = await File.ReadAllBytesAsync(Database);
        RandomNumberGenerator.Fill(bytes.AsSpan(4096));
        await File.WriteAllBytesAsync(Database, bytes);

        (await RefusalAsync()).ShouldContain("damaged");
    }

    [Fact]
    public async Task Prepare_Should_Refuse_When_TheMasterKeyIsAnothers()
    {
        await using (var store = await SqliteHubStore.CreateAsync(directory.Path))
        {
            await store.Graph.RememberAsync(
                "telecom", [new SubjectIdentity(IdentityKinds.CustomerNumber, "1001", "crm")], [], CancellationToken.None);
        }

        await File.WriteAllBytesAsync(directory.File("keys", "master.key"), RandomNumberGenerator.GetBytes(32));

        (await RefusalAsync()).ShouldContain("master key is not the one");
    }

    [Fact]
    public async Task Prepare_Should_Refuse_When_TheMasterKeyIsMissingBesideTheDatabase()
    {
        await CreateAsync();
        File.Delete(directory.File("keys", "master.key"));

        (await RefusalAsync()).ShouldContain("master.key is missing");
    }

    [Fact]
    public async Task Prepare_Should_Refuse_When_AnotherHubOwnsTheDirectory()
    {
        await using var store = await SqliteHubStore.CreateAsync(directory.Path);

        (await RefusalAsync()).ShouldContain("in use by another hub");
    }

    [Theory]
    [InlineData("SELECT * FROM \"Identities\" WHERE \"Register\" = 'r' AND \"Blind\" = x'00'")]
    [InlineData("SELECT * FROM \"Identities\" WHERE \"RegistrantKey\" = 1 ORDER BY \"Key\"")]
    [InlineData("SELECT l.* FROM \"Identities\" i JOIN \"IdentityLinks\" l ON i.\"Key\" = l.\"AKey\" WHERE i.\"RegistrantKey\" = 1")]
    [InlineData("SELECT l.* FROM \"Identities\" i JOIN \"IdentityLinks\" l ON i.\"Key\" = l.\"BKey\" WHERE i.\"RegistrantKey\" = 1")]
    [InlineData("SELECT * FROM \"Separations\" WHERE \"Register\" = 'r' AND \"ABlind\" = x'00'")]
    [InlineData("SELECT * FROM \"Separations\" WHERE \"Register\" = 'r' AND \"BBlind\" = x'00'")]
    [InlineData("SELECT * FROM \"AuditEntries\" ORDER BY \"Sequence\" DESC LIMIT 1")]
    public async Task Lookup_Should_ReadAnIndex_When_AnyNumberOfPeopleIsKnown(string sql)
    {
        await using var store = await SqliteHubStore.CreateAsync(directory.Path);

        var plan = await store.PlanOfAsync(sql);

        plan.ShouldNotContain(sql.Contains("LIMIT 1", StringComparison.Ordinal) ? "TEMP B-TREE" : "SCAN");
    }

    private async Task CreateAsync(string? then = null)
    {
        await using (await SqliteHubStore.CreateAsync(directory.Path))
        {
        }

        if (then is not null)
        {
            await ExecuteAsync(then);
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private async Task<string> RefusalAsync()
    {
        var before = await File.ReadAllBytesAsync(Database);
        var refusal = await Should.ThrowAsync<HubDatabaseException>(() => SqliteHubStore.CreateAsync(directory.Path));
        (await File.ReadAllBytesAsync(Database)).ShouldBe(before);
        refusal.Message.ShouldContain(directory.Path);
        return refusal.Message;
    }

    private static async Task<List<string>> RowsAsync(HubDbContext db, string sql, params string[] columns)
    {
        await db.Database.OpenConnectionAsync();
        await using DbCommand command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join(' ', columns.Select(column => reader[column].ToString())));
        }

        return rows;
    }
}
