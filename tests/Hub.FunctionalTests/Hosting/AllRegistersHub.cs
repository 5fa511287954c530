namespace PersonalDataHub.Hub.FunctionalTests.Hosting;

/// <summary>One hub with every register that ships, for tests that change nothing.</summary>
public sealed class AllRegistersHub : SharedHub
{
    protected override Task<TestHub> StartAsync() => TestHub.StartAsync(DemoData.Registers);
}
