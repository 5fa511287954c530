using PersonalDataHub.Architecture.Tests.Scanning;

namespace PersonalDataHub.Architecture.Tests;

/// <summary>Some things are done in one place only, or not at all.</summary>
public sealed class CallTests
{
    private const string Contract = "PersonalDataHub.Connectors.Abstractions.";
    private const string Invoker = "PersonalDataHub.Hub.Connectors.SourceInvoker";
    private const string Activator = "PersonalDataHub.Hub.Connectors.Loading.SourceActivator";

    private static readonly Dictionary<string, string[]> clocks = new()
    {
        ["System.DateTime"] = ["get_Now", "get_UtcNow", "get_Today"],
        ["System.DateTimeOffset"] = ["get_Now", "get_UtcNow"],
    };

    public static TheoryData<string> Projects => [.. Repository.Assemblies.Keys];

    /// <summary>A plugin can hang, fail or answer nonsense: one class is ready for that. Describing does no input or output.</summary>
    [Fact]
    public void Connectors_Should_BeCalledBySourceInvokerOnly_When_TheHubIsBuilt()
    {
        var others = AssemblyScan.Of(Repository.AssemblyOf("src/Hub/Hub.csproj")).Members
            .Where(use => IsConnectorInterface(use.Type) && use.User != Invoker)
            .Where(use => !(use.User == Activator && use.Member == "Describe"));

        others.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Time_Should_ComeFromTimeProvider_When_AProjectIsBuilt(string project)
    {
        AssemblyScan.Of(Repository.AssemblyOf(project)).Members
            .Where(use => clocks.TryGetValue(use.Type, out var members) && members.Contains(use.Member)).ShouldBeEmpty();
    }

    [Fact]
    public void Time_Should_BeFoundOutOfPlace_When_AViolationIsPlanted()
    {
        AssemblyScan.Of(typeof(CallTests).Assembly.Location).Members
            .ShouldContain(new MemberUse(typeof(CallTests).FullName!, "System.DateTime", "get_UtcNow"));
    }

    private static bool IsConnectorInterface(string type) =>
        type == Contract + "IConnector" || type.StartsWith(Contract + "ISupports", StringComparison.Ordinal);

    private static DateTime Planted() => DateTime.UtcNow;
}
