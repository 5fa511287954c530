using PersonalDataHub.Architecture.Tests.Scanning;

namespace PersonalDataHub.Architecture.Tests;

/// <summary>The rooms of the hub use each other in one direction only.</summary>
public sealed class RoomTests
{
    private const string House = "PersonalDataHub.Hub";
    private const string GraphQLLibrary = "PersonalDataHub.GraphQL.";
    private static readonly AssemblyScan hub = AssemblyScan.Of(Repository.AssemblyOf("src/Hub/Hub.csproj"));

    private static readonly Dictionary<string, string[]> allowed = new()
    {
        ["Registers"] = [],
        ["Authorization"] = ["Registers", "Audit"],
        ["Persistence"] =
        [
            "Registers", "Registrants.Identities", "Registrants.Restrictions", "Requests", "Retention", "Audit", "Authorization", "Marketing",
            "Disclosures",
        ],
        ["Audit"] = ["Registers", "Persistence", "Authorization"],
        ["Connectors"] = ["Registers", "Audit"],
        ["Registrants"] = ["Registers", "Connectors", "Audit", "Persistence", "Authorization"],
        ["Requests"] = ["Registers", "Connectors", "Audit", "Persistence", "Authorization", "Registrants"],
        ["Retention"] = ["Registers", "Connectors", "Audit", "Persistence", "Authorization", "Registrants", "Requests", "Marketing", "Disclosures"],
        ["Marketing"] = ["Registers", "Connectors", "Audit", "Persistence", "Authorization", "Registrants", "Requests"],
        ["Disclosures"] = ["Registers", "Connectors", "Audit", "Persistence", "Authorization", "Registrants", "Marketing"],
        ["Profiling"] = ["Registers", "Connectors", "Audit", "Authorization", "Registrants", "Marketing"],
        ["GraphQL"] =
        [
            "Registers", "Connectors", "Audit", "Persistence", "Authorization", "Registrants", "Requests", "Retention", "Drift", "Marketing",
            "Disclosures", "Profiling", "Console",
        ],
        ["Drift"] = ["Registers", "Connectors", "Persistence"],
        ["Demo"] = [],
        ["Commands"] = ["Registers", "Connectors", "Drift", "Persistence", "Authorization", "Audit", "Requests.Ledger", "Demo"],
        ["Console"] =
            ["Registers", "Connectors", "Audit", "Persistence", "Authorization", "Registrants", "Requests", "GraphQL"],
    };

    [Fact]
    public void Hub_Should_HaveNoRoomWithoutARule_When_Built()
    {
        Rooms.Of(hub, House).ShouldBeSubsetOf(allowed.Keys);
    }

    [Fact]
    public void Rooms_Should_UseOnlyWhatTheyMay_When_Built()
    {
        Rooms.Violations(hub, House, allowed).ShouldBeEmpty();
    }

    [Fact]
    public void GraphQLLibrary_Should_BeUsedByItsRoomAndTheComposition_When_Built()
    {
        var others = hub.Types
            .Where(use => use.Used.StartsWith(GraphQLLibrary, StringComparison.Ordinal))
            .Where(use => !use.User.StartsWith(House + ".GraphQL.", StringComparison.Ordinal) && !IsComposition(use.User));

        others.ShouldBeEmpty();
    }

    // The house itself, outside any room, and the statements of Program.cs, which are in no namespace.
    private static bool IsComposition(string type) =>
        !type.Contains('.', StringComparison.Ordinal) || type.LastIndexOf('.') == House.Length;
}
