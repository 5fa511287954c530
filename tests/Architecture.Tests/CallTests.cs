using System.Text.RegularExpressions;
using PersonalDataHub.Architecture.Tests.Scanning;

namespace PersonalDataHub.Architecture.Tests;

/// <summary>Some things are done in one place only, or not at all.</summary>
public sealed partial class CallTests
{
    private const string Contract = "PersonalDataHub.Connectors.Abstractions.";
    private const string Invoker = "PersonalDataHub.Hub.Connectors.SourceInvoker";
    private const string TaskRow = "PersonalDataHub.Hub.Persistence.Rows.TaskRow";
    private const string Course = "PersonalDataHub.Hub.Requests.Fulfillment.TaskCourse";
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

    /// <summary>A task's move is checked against its table and audited in the same unit, by one class.</summary>
    [Fact]
    public void TaskStates_Should_BeSetByTheirCourseOnly_When_TheHubIsBuilt()
    {
        var hub = AssemblyScan.Of(Repository.AssemblyOf("src/Hub/Hub.csproj")).Members;

        var others = hub.Where(use => use is { Type: TaskRow, Member: "set_State" } && use.User != Course);

        others.ShouldBeEmpty();
        hub.ShouldContain(new MemberUse(Course, TaskRow, "set_State"));
    }

    /// <summary>Statements that set many tasks at once would pass the course by; only the taking of due tasks may.</summary>
    [Fact]
    public void TaskStates_Should_BeSetByNoOtherStatement_When_SourceIsRead()
    {
        var setting = Repository.Files(".cs").Where(file => file.StartsWith("src/Hub/", StringComparison.Ordinal))
            .Where(file => SetsTaskState().IsMatch(Repository.Read(file)));

        setting.ShouldBe(["src/Hub/Requests/Fulfillment/TaskClaims.cs"]);
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

    [GeneratedRegex("""UPDATE\s+"FulfillmentTasks"\s+SET\s+"State"|SetProperty\(\s*task\s*=>\s*task\.State\b""")]
    private static partial Regex SetsTaskState();

    private static bool IsConnectorInterface(string type) =>
        type == Contract + "IConnector" || type.StartsWith(Contract + "ISupports", StringComparison.Ordinal);

    private static DateTime Planted() => DateTime.UtcNow;
}
