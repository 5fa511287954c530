using System.Runtime.ExceptionServices;

namespace PersonalDataHub.Hub.FunctionalTests.Hosting;

/// <summary>One hub for the tests of a class that change nothing.</summary>
public class SharedHub : IAsyncLifetime
{
    private TestHub? hub;
    private ExceptionDispatchInfo? missing;

    /// <summary>The hub; skips the test where a program that it needs is not installed.</summary>
    public TestHub Hub
    {
        get
        {
            missing?.Throw();
            return hub!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        try
        {
            hub = await StartAsync();
        }
        catch (Exception exception)
        {
            // A skip counts only where a test asks for the hub, not where the hub is made ready for all of them.
            missing = ExceptionDispatchInfo.Capture(exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (hub is not null)
        {
            await hub.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    protected virtual Task<TestHub> StartAsync() => TestHub.StartAsync();
}
