namespace PersonalDataHub.Hub.PersistenceTests.PostgreSql;

public sealed class PostgreSqlDisclosureStoreTests(PostgreSqlServer server) : DisclosureStoreTests
{
    private readonly TemporaryDirectory directory = new();

    protected override async Task<HubStore> CreateStoreAsync() => await PostgreSqlHubStore.CreateAsync(directory, server);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        directory.Dispose();
    }
}
