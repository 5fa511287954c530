namespace PersonalDataHub.Hub.PersistenceTests.Sqlite;

public sealed class SqliteRetentionStoreTests : RetentionStoreTests
{
    private readonly TemporaryDirectory directory = new();

    protected override async Task<HubStore> CreateStoreAsync() => await SqliteHubStore.CreateAsync(directory.Path);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        directory.Dispose();
    }
}
