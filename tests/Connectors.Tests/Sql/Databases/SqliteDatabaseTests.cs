using Microsoft.Data.Sqlite;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Database;
using PersonalDataHub.Connectors.Tests.Sql.Mapping;

namespace PersonalDataHub.Connectors.Tests.Sql.Databases;

public sealed class SqliteDatabaseTests : IAsyncDisposable
{
    private readonly SqliteTestDatabase database = new();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Check_Should_NameTheFileAndMakeNone_When_ItIsMissing()
    {
        var failure = await FailureAsync();

        failure.Kind.ShouldBe(FailureKind.Configuration);
        failure.Message.ShouldContain("'test.db' does not exist");
        File.Exists(database.Path).ShouldBeFalse();
    }

    [Fact]
    public async Task Check_Should_SaySo_When_FileIsNotADatabase()
    {
        await File.WriteAllTextAsync(database.Path, string.Concat(Enumerable.Repeat("This is a letter, not a database.\n", 100)));

        var failure = await FailureAsync();

        failure.Kind.ShouldBe(FailureKind.Configuration);
        failure.Message.ShouldContain("is not a SQLite database");
    }

    [Fact]
    public async Task Check_Should_BeTransient_When_AnotherProgramHoldsTheLock()
    {
        await CreateAsync();
        await using var other = new SqliteConnection($"Data Source={database.Path};Pooling=False");
        await other.OpenAsync();
        await using var locking = other.CreateCommand();
        locking.CommandText = "begin exclusive";
        await locking.ExecuteNonQueryAsync();

        var failure = await FailureAsync("Data Source=test.db;Default Timeout=1");

        failure.Kind.ShouldBe(FailureKind.Transient);
        failure.Message.ShouldContain("locked by another program");
    }

    [Fact]
    public async Task Check_Should_BeConfiguration_When_PathIsAFolder()
    {
        Directory.CreateDirectory(database.Path);

        (await FailureAsync()).Kind.ShouldBe(FailureKind.Configuration);
    }

    [Fact]
    public async Task Read_Should_Work_When_FileCannotBeWritten()
    {
        await CreateAsync();
        File.SetAttributes(database.Path, FileAttributes.ReadOnly);
        using var source = NewSource();

        (await source.CheckAsync(new(), CancellationToken.None)).Failure.ShouldBeNull();
    }

    [Fact]
    public async Task Read_Should_SeeTheNewFile_When_AnExportReplacedIt()
    {
        // arrange
        await CreateAsync();
        using var source = NewSource();
        (await ReadAsync(source, "M-1")).Records.Count.ShouldBe(1);
        await using var export = new SqliteTestDatabase();
        await CreateAsync(export, "insert into member values ('M-1', 'B', null), ('M-1', 'C', null)");

        // act
        File.Move(export.Path, database.Path, overwrite: true);

        // assert
        (await ReadAsync(source, "M-1")).Records.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Read_Should_BeConfiguration_When_ColumnWentMissingSinceTheCheck()
    {
        // SQLite reads a quoted unknown name as a text: the column's name would come back as everybody's value.
        await CreateAsync();
        await database.ExecuteAsync("alter table member rename column since to joined");
        using var source = NewSource();

        var failure = await Should.ThrowAsync<SourceException>(() => ReadAsync(source, "M-1"));

        failure.Kind.ShouldBe(FailureKind.Configuration);
    }

    [Fact]
    public async Task Read_Should_TellPlacesByBothColumns_When_KeyHasTwo()
    {
        await CreateAsync(database, "insert into member values ('M-1', 'B', '2020-01-01'), ('M-1', 'C/D', null), ('M-2', 'A', null)");
        using var source = NewSource();

        var first = await ReadAsync(source, "M-1", pageSize: 2);
        var second = await ReadAsync(source, "M-1", pageSize: 2, first.NextPageToken);

        first.Records.Concat(second.Records).Select(record => record.Key).ShouldBe(["M-1/A", "M-1/B", "M-1/C%2FD"]);
        first.Total.ShouldBe(3);
    }

    private static async Task CreateAsync(SqliteTestDatabase into, string rows)
    {
        await into.ExecuteAsync("create table member (no text, club text, since date, primary key (no, club))");
        await into.ExecuteAsync("insert into member values ('M-1', 'A', '2019-01-01')");
        await into.ExecuteAsync(rows);
    }

    private static Task<ReadPage> ReadAsync(DatabaseConnector source, string number, int pageSize = 100, string? token = null) => source.ReadAsync(
        new() { Identities = [new("membership", number, "club")], RecordTypes = ["membership"], PageSize = pageSize, PageToken = token },
        CancellationToken.None);

    private Task CreateAsync() => CreateAsync(database, "select 1");

    private DatabaseConnector NewSource(string connectionString = "Data Source=test.db") => new(
        Settings.For("club", MappingReaderTests.OwnSettings().With("database", Settings.Text(connectionString)), database.Folder.Path),
        new TestTimeProvider());

    private async Task<SourceFailure> FailureAsync(string connectionString = "Data Source=test.db")
    {
        using var source = NewSource(connectionString);
        return (await source.CheckAsync(new(), CancellationToken.None)).Failure.ShouldNotBeNull();
    }
}
