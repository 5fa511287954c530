using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Disclosures;

/// <summary>A hub with the demo registers in which the tests of a class decide what may be done with people's data.</summary>
public sealed class SharingHub : SharedHub
{
    /// <summary>Sends what an officer decides, over HTTP.</summary>
    public SharingDesk Desk => new(Hub);

    protected override Task<TestHub> StartAsync() => TestHub.StartAsync([DemoData.Telecom, "wellbeing", "studio", "sole-trader"]);
}
