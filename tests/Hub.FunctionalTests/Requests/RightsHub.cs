using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Requests;

/// <summary>A hub over a copy of the demo sources that the tests of a class may change.</summary>
public class RightsHub : SharedHub
{
    /// <summary>How the exchange misheard the caller's name.</summary>
    public const string Caller = "Aino Hallawirta";

    public RightsDesk Desk => new(Hub);

    public DemoSystems Systems => DemoSystems.Of(Hub);

    protected override Task<TestHub> StartAsync() => TestHub.StartAsync((data, _, _) => new DemoSystems(data).NameTheCaller(Caller));
}
