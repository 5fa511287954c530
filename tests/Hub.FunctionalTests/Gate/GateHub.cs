using PersonalDataHub.Hub.Authorization;
using PersonalDataHub.Hub.FunctionalTests.Hosting;

namespace PersonalDataHub.Hub.FunctionalTests.Gate;

/// <summary>A hub with two registers, and with keys of callers who may not do everything.</summary>
public sealed class GateHub : SharedHub
{
    /// <summary>The key of a tool that may see the register telecom only.</summary>
    public string ToolKey { get; } = ApiKey.Create();

    /// <summary>The key of somebody who looks after sources.</summary>
    public string IntegratorKey { get; } = ApiKey.Create();

    protected override Task<TestHub> StartAsync() => TestHub.StartAsync(
        (_, config, _) => SecondRegister.AddTo(config),
        "--Hub:ApiKeys:0:Name=invoicing-tool", $"--Hub:ApiKeys:0:Hash={ApiKey.Hash(ToolKey)}",
        "--Hub:ApiKeys:0:Role=tool", "--Hub:ApiKeys:0:Registers:0=telecom",
        "--Hub:ApiKeys:1:Name=integrator", $"--Hub:ApiKeys:1:Hash={ApiKey.Hash(IntegratorKey)}",
        "--Hub:ApiKeys:1:Role=integrator", "--Hub:ApiKeys:1:Registers:0=*");
}
