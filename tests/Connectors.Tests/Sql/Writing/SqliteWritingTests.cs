using System.Text;
using Microsoft.Data.Sqlite;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Crm;
using PersonalDataHub.Connectors.Tests.Crm;

namespace PersonalDataHub.Connectors.Tests.Sql.Writing;

/// <summary>What only a file does: it is locked as a whole, and holds old bytes until they are overwritten.</summary>
public sealed class SqliteWritingTests : WritingSuite
{
    private const string Secret = "Etsiväkatu";

    private static readonly SubjectIdentity aino = new(IdentityKinds.CustomerNumber, "K-1", "crm");
    private static readonly RecordTarget note = new("serviceNote", "1");

    protected override string Source => "crm";

    private SqliteTestDatabase Sqlite => (SqliteTestDatabase)Database;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Database.ExecuteAsync(CrmConnectorTests.People);
    }

    [Fact]
    public async Task Write_Should_BeTransient_When_AnotherProgramHoldsTheLock()
    {
        // arrange
        await using var other = Open();
        Execute(other, "begin immediate");
        using var crm = Connector("Data Source=test.db;Default Timeout=1");

        // act
        var failure = await Should.ThrowAsync<SourceException>(() => EraseAsync(crm, aino, note));

        // assert
        failure.Kind.ShouldBe(FailureKind.Transient);
        failure.Message.ShouldContain("locked by another program");
        Execute(other, "rollback");
        (await EraseAsync(crm, aino, note)).ShouldBe([new WriteDone()]);
    }

    [Fact]
    public async Task Write_Should_Wait_When_TheLockIsGivenBackInTime()
    {
        await using var other = Open();
        Execute(other, "begin immediate");
        using var crm = Connector("Data Source=test.db;Default Timeout=30");

        var erasing = EraseAsync(crm, aino, note);
        Execute(other, "rollback");

        (await erasing).ShouldBe([new WriteDone()]);
    }

    [Fact]
    public async Task Write_Should_BeConfigurationAndReadingWork_When_FileMayOnlyBeRead()
    {
        using var crm = Connector("Data Source=test.db;Mode=ReadOnly");

        var failure = await Should.ThrowAsync<SourceException>(() => EraseAsync(crm, aino, note));

        failure.Kind.ShouldBe(FailureKind.Configuration);
        failure.Message.ShouldContain("rights");
        (await PreviewAsync(crm, aino, note)).ShouldBe([new WriteDone()]);
    }

    [Fact]
    public async Task Write_Should_MakeNoFile_When_ItIsMissing()
    {
        using var crm = Connector("Data Source=none.db");

        (await Should.ThrowAsync<SourceException>(() => EraseAsync(crm, aino, note))).Kind.ShouldBe(FailureKind.Configuration);

        File.Exists(Database.Folder.File("none.db")).ShouldBeFalse();
    }

    [Fact]
    public async Task Erase_Should_LeaveNothing_When_TheCallIsCancelled()
    {
        using var crm = Connector();
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => crm.EraseAsync(
            new() { Task = new(Guid.NewGuid(), 1), Identities = [aino], Targets = [note] }, cancellation.Token));

        (await Database.RowsAsync("select id from service_note")).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("delete")]
    [InlineData("wal")]
    [InlineData("persist")]
    public async Task Erase_Should_LeaveNoByteInAnyFile_When_JournalIsOfAnyKind(string journal)
    {
        // arrange: a connection that stays open keeps SQLite from tidying up by itself.
        await using var keeper = Open();
        Execute(keeper, $"pragma journal_mode = {journal}; pragma secure_delete = on");
        await FillAsync(keeper);
        FilesHolding(Secret).ShouldNotBeEmpty();
        using var crm = Connector();

        // act
        var targets = await EverythingAsync(crm, aino);
        var items = await EraseAsync(crm, aino, targets);

        // assert
        items.ShouldAllBe(item => item is WriteDone);
        FilesHolding(Secret).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("delete", true)]
    [InlineData("wal", true)]
    [InlineData("wal", false)]
    public async Task Erase_Should_TakeAwayWhatOthersLeftInTheFile_When_ItIsCompacted(string journal, bool compacts)
    {
        // arrange: a program that does not overwrite leaves copies of the rows that it moves from page to page.
        await using var keeper = Open();
        Execute(keeper, $"pragma journal_mode = {journal}; pragma secure_delete = off");
        await FillAsync(keeper);
        using var crm = Connector(compacts: compacts);

        // act
        await EraseAsync(crm, aino, await EverythingAsync(crm, aino));

        // assert: without compacting, the copies stay.
        FilesHolding(Secret).ShouldBe(compacts ? [] : ["test.db"]);
        (await Database.RowsAsync("select count(*) from service_note")).ShouldBe(["63"]);
    }

    [Theory]
    [InlineData("delete", "test.db")]
    [InlineData("wal", "test.db-wal")]
    public async Task Delete_Should_LeaveBytes_When_NobodyOverwritesThem(string journal, string file)
    {
        // The control of the test above: a plain delete leaves what the connector takes away.
        await using var keeper = Open();
        Execute(keeper, $"pragma journal_mode = {journal}");
        await FillAsync(keeper);

        Execute(keeper, "pragma secure_delete = off; delete from service_note where customer_id = 'K-1'");

        FilesHolding(Secret).ShouldContain(file);
    }

    [Fact]
    public async Task Rectify_Should_LeaveNoByteOfTheOldValue_When_ItIsRemoved()
    {
        await using var keeper = Open();
        Execute(keeper, "pragma journal_mode = wal");
        Execute(keeper, $"update customer set preferred_name = '{Secret}' where customer_id = 'K-1'");
        using var crm = Connector();

        await RectifyAsync(crm, aino, new("customer", "K-1", "preferredName"), new TextValue(Secret), null);

        FilesHolding(Secret).ShouldBeEmpty();
    }

    [Fact]
    public async Task Erase_Should_BeDoneAllTheSame_When_AReaderHoldsTheLog()
    {
        // arrange
        await using var reader = Open();
        Execute(reader, "pragma journal_mode = wal");
        await FillAsync(reader);
        Execute(reader, "begin; select count(*) from customer");
        using var crm = Connector();

        // act, assert
        (await EraseAsync(crm, aino, note)).ShouldBe([new WriteDone()]);
        (await FindAsync(crm, aino, note)).ShouldBeNull();
        Execute(reader, "commit");
        (await EraseAsync(crm, aino, new RecordTarget("serviceNote", "2"))).ShouldBe([new WriteDone()]);
        new FileInfo(Sqlite.Path + "-wal").Length.ShouldBe(0);
    }

    protected override Task<TestDatabase> NewDatabaseAsync() => Task.FromResult<TestDatabase>(new SqliteTestDatabase());

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Notes long and short, among those of somebody else, so that pages split and overflow.</summary>
    private static async Task FillAsync(SqliteConnection connection)
    {
        await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
        for (var number = 10; number < 200; number++)
        {
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = "insert into service_note values ($id, $customer, '2026-01-01 10:00:00+02', 'agent', $body, '0')";
            command.Parameters.AddWithValue("$id", number);
            command.Parameters.AddWithValue("$customer", number % 3 == 0 ? "K-2" : "K-1");
            command.Parameters.AddWithValue("$body", string.Concat(Enumerable.Repeat(
                number % 3 == 0 ? "Muu " : $"{Secret} {number} ", number % 20 == 1 ? 1000 : number % 17)));
            await command.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    private CrmConnector Connector(string database = "Data Source=test.db", bool compacts = false) => new(
        Settings.For(
            Source,
            ShippedSettings.Read("crm.yaml").With("database", Settings.Text(database))
                .With("compactAfterErasure", Settings.Text(compacts ? "true" : "false")),
            Database.Folder.Path),
        Time);

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Sqlite.Path};Pooling=False");
        connection.Open();
        return connection;
    }

    private IEnumerable<string> FilesHolding(string text) => Directory.GetFiles(Database.Folder.Path)
        .Where(file => Read(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0)
        .Select(file => Path.GetFileName(file));

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
