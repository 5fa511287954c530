using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Persistence;

namespace PersonalDataHub.Hub.PersistenceTests.Sqlite;

public sealed class SqliteRegistrantForgettingTests : RegistrantForgettingTests
{
    private readonly TemporaryDirectory directory = new();

    protected override async Task<HubStore> CreateStoreAsync() => await SqliteHubStore.CreateAsync(directory.Path);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        directory.Dispose();
    }

    [Fact]
    public async Task ForgetAsync_Should_OverwriteTheBytes_When_NoSourceHoldsAnything()
    {
        // arrange
        var aino = await RememberAinoAsync();
        var secrets = await SecretsAsync();
        await CheckpointAsync();
        Found(secrets).ShouldBe(secrets.Count);

        // act
        await ForgetAsync(aino.Id);
        await CheckpointAsync();

        // assert
        secrets.Count.ShouldBe(6);
        Found(secrets).ShouldBe(0);
    }

    [Fact]
    public async Task Delete_Should_LeaveTheBytes_When_NothingOverwritesThem()
    {
        // The control: without secure_delete the search above finds what was deleted.
        await RememberAinoAsync();
        var secrets = await SecretsAsync();
        await using var connection = new SqliteConnection($"Data Source={directory.File(HubDatabase.FileName)};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA secure_delete = OFF; DELETE FROM IdentityLinks; DELETE FROM Identities; DELETE FROM PersonKeys";
        await command.ExecuteNonQueryAsync();
        await CheckpointAsync();

        Found(secrets).ShouldBeGreaterThan(0);
    }

    private async Task<List<byte[]>> SecretsAsync()
    {
        await using var db = await Store.OpenAsync();
        return [.. await db.Identities.Select(row => row.Value).ToListAsync(), .. await db.PersonKeys.Select(row => row.Wrapped).ToListAsync()];
    }

    private async Task CheckpointAsync()
    {
        await using var db = await Store.OpenAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    // The whole of a value, or all but the few bytes that SQLite writes over the head of a freed cell.
    private int Found(List<byte[]> secrets)
    {
        var files = new[] { directory.File(HubDatabase.FileName), directory.File(HubDatabase.FileName + "-wal") }
            .Where(File.Exists).Select(ReadShared).ToList();
        return secrets.Count(secret => files.Exists(file => file.AsSpan().IndexOf(secret.AsSpan(4)) >= 0));
    }

    private static byte[] ReadShared(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
