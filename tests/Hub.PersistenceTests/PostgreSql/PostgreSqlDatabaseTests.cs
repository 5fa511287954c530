using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Persistence;

namespace PersonalDataHub.Hub.PersistenceTests.PostgreSql;

public sealed class PostgreSqlDatabaseTests(PostgreSqlServer server) : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task Prepare_Should_MakeTheTablesOfTheModel_When_TheDatabaseIsNew()
    {
        // arrange
        var database = await server.CreateDatabaseAsync();
        await using var store = await CreateAsync(database);
        await using var db = await store.OpenAsync();

        foreach (var entity in db.Model.GetEntityTypes())
        {
            // act
            var columns = await TextsAsync(
                database,
                "SELECT attname || ' ' || format_type(atttypid, atttypmod) || CASE WHEN attnotnull THEN ' not null' ELSE '' END FROM pg_attribute "
                + $"WHERE attrelid = to_regclass('\"{entity.GetTableName()}\"') AND attnum > 0");

            // assert
            columns.ShouldBe(
                entity.GetProperties().Select(property =>
                    $"{property.GetColumnName()} {property.GetRelationalTypeMapping().StoreType}{(property.IsNullable ? "" : " not null")}"),
                ignoreOrder: true,
                entity.Name);
        }
    }

    [Fact]
    public async Task Prepare_Should_MigrateOnceAndServeAll_When_ThreeNodesStartAtOnce()
    {
        // arrange
        var database = await server.CreateDatabaseAsync();
        var person = new SubjectIdentity(IdentityKinds.CustomerNumber, "1001", "crm");

        // act
        var nodes = await Task.WhenAll(((string[])["a", "b", "c"]).Select(node => CreateAsync(database, node)));
        var ids = await Task.WhenAll(nodes.Select(async node => (await node.Graph.RememberAsync("telecom", [person], [], CancellationToken.None)).Id));

        // assert
        ids.Distinct().ShouldHaveSingleItem();
        (await TextsAsync(database, "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"")).ShouldBeUnique();
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }
    }

    [Fact]
    public async Task Prepare_Should_UseTheSchemaOfTheSearchPath_When_AnotherProgramUsesPublic()
    {
        var database = await server.CreateDatabaseAsync();
        await ExecuteAsync(database, "CREATE TABLE recipes (name text); CREATE SCHEMA hub");

        await using var store = await CreateAsync($"{database};Search Path=hub");

        (await TextsAsync(database, "SELECT schemaname FROM pg_tables WHERE tablename = 'AuditEntries'")).ShouldBe(["hub"]);
    }

    [Theory]
    [InlineData("CREATE TABLE recipes (name text)", "belongs to another program")]
    [InlineData("DROP SCHEMA public", "CREATE SCHEMA hub")]
    [InlineData("ALTER DATABASE {database} SET default_transaction_read_only = on", "is read-only")]
    public async Task Prepare_Should_Refuse_When_TheDatabaseIsNotTheHubs(string sql, string reason)
    {
        var database = await server.CreateDatabaseAsync();
        await ExecuteAsync(database, sql.Replace("{database}", NameOf(database), StringComparison.Ordinal));

        (await RefusalAsync(database)).ShouldContain(reason);
    }

    [Fact]
    public async Task Prepare_Should_TellEverythingAtOnce_When_MuchIsWrong()
    {
        // arrange
        var (name, account) = ($"latin_{Guid.NewGuid():N}", $"guest_{Guid.NewGuid():N}");
        var administrator = await server.CreateDatabaseAsync();
        await ExecuteAsync(administrator, $"CREATE DATABASE {name} ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
        var own = administrator.Replace(NameOf(administrator), name, StringComparison.Ordinal);
        await ExecuteAsync(own, $"CREATE ROLE {account} LOGIN PASSWORD 'guest'; ALTER ROLE {account} SET default_transaction_read_only = on");
        await ExecuteAsync(own, "REVOKE CREATE ON SCHEMA public FROM PUBLIC");
        var guest = new NpgsqlConnectionStringBuilder(own) { Username = account, Password = "guest" }.ConnectionString;

        // act
        var refusal = await RefusalAsync(guest);

        // assert
        refusal.ShouldContain("encoding is LATIN1");
        refusal.ShouldContain("is read-only");
        refusal.ShouldContain($"GRANT CREATE ON SCHEMA \"public\" TO \"{account}\"");
        refusal.ShouldNotContain("Password");
    }

    [Fact]
    public async Task Prepare_Should_Refuse_When_ANewerHubWroteIt()
    {
        var database = await server.CreateDatabaseAsync();
        await using (await CreateAsync(database))
        {
        }

        await ExecuteAsync(database, "INSERT INTO \"__EFMigrationsHistory\" VALUES ('20991231000000_Later', '99.0.0')");

        (await RefusalAsync(database)).ShouldContain("20991231000000_Later");
    }

    [Theory]
    [InlineData("Password", "wrong-4711", "refuses the password of 'tester'")]
    [InlineData("Database", "absent", "does not exist")]
    [InlineData("Port", "1", "cannot be reached")]
    public async Task Prepare_Should_SayWhatToMend_When_ItCannotConnect(string setting, string value, string reason)
    {
        var parts = new NpgsqlConnectionStringBuilder(await server.CreateDatabaseAsync()) { [setting] = value };

        var refusal = await RefusalAsync(parts.ConnectionString);

        refusal.ShouldContain(reason);
        refusal.ShouldNotContain(parts.Password!);
    }

    [Fact]
    public async Task Prepare_Should_RefuseTheSecondNode_When_ItHasAMasterKeyOfItsOwn()
    {
        // arrange: nothing is stored yet that one key opens and the other does not
        var database = await server.CreateDatabaseAsync();
        await using var first = await CreateAsync(database);
        PostgreSqlHubStore.MakeKey(directory.File("b", "keys", "master.key"), RandomNumberGenerator.GetBytes(32));

        // act
        var refusal = await RefusalAsync(database, "b");

        // assert
        refusal.ShouldContain("master key is not the one");
        refusal.ShouldContain("the same at every node");
    }

    [Fact]
    public async Task Prepare_Should_AskForAKey_When_NobodyMadeOne()
    {
        var database = await server.CreateDatabaseAsync();

        var refusal = (await Should.ThrowAsync<HubDatabaseException>(() => PostgreSqlHubStore.CreateWithoutKeyAsync(directory.File("a"), database))).Message;

        refusal.ShouldContain("head -c 32 /dev/urandom");
        File.Exists(directory.File("a", "keys", "master.key")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("SELECT * FROM \"Identities\" WHERE \"Register\" = 'r' AND \"Blind\" = '\\x00'")]
    [InlineData("SELECT * FROM \"Identities\" WHERE \"RegistrantKey\" = 1 ORDER BY \"Key\"")]
    [InlineData("SELECT * FROM \"Separations\" WHERE \"Register\" = 'r' AND \"ABlind\" = '\\x00'")]
    [InlineData("SELECT * FROM \"AuditEntries\" ORDER BY \"Sequence\" DESC LIMIT 1")]
    public async Task Lookup_Should_ReadAnIndex_When_AnyNumberOfPeopleIsKnown(string sql)
    {
        await using var store = await CreateAsync(await server.CreateDatabaseAsync());

        (await store.PlanOfAsync(sql)).ShouldContain("Index");
    }

    private Task<PostgreSqlHubStore> CreateAsync(string database, string node = "a") => PostgreSqlHubStore.CreateAsync(directory, database, node);

    private async Task<string> RefusalAsync(string database, string node = "a") =>
        (await Should.ThrowAsync<HubDatabaseException>(() => CreateAsync(database, node))).ToString();

    private static string NameOf(string database) => new NpgsqlConnectionStringBuilder(database).Database!;

    private static async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection($"{database};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<List<string>> TextsAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection($"{database};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }
}
