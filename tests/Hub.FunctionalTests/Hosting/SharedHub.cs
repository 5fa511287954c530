namespace PersonalDataHub.Hub.FunctionalTests.Hosting;

/// <summary>One hub for the tests of a class that change nothing.</summary>
public sealed class SharedHub : IAsyncLifetime
{
    public TestHub Hub { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Hub = await TestHub.StartAsync();

    public ValueTask DisposeAsync() => Hub.DisposeAsync();
}
