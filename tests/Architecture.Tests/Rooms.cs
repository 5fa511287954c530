using PersonalDataHub.Architecture.Tests.Scanning;

namespace PersonalDataHub.Architecture.Tests;

/// <summary>Which namespaces of a project use which others.</summary>
internal static class Rooms
{
    /// <summary>Every use from one room into another that the table does not allow.</summary>
    /// <param name="scan">The project.</param>
    /// <param name="house">The namespace that the rooms lie in; types of the house itself belong to no room.</param>
    /// <param name="allowed">Per room, the rooms it may use; a room within a room is named with a dot.</param>
    public static IReadOnlyList<string> Violations(AssemblyScan scan, string house, IReadOnlyDictionary<string, string[]> allowed) =>
    [
        .. from use in scan.Types
           let user = RoomOf(use.User, house)
           let used = RoomOf(use.Used, house)
           where user is not null && used is not null && First(user) != First(used)
           where !allowed[First(user)].Any(room => used == room || used.StartsWith(room + ".", StringComparison.Ordinal))
           orderby use.User, use.Used
           select use.ToString(),
    ];

    /// <summary>The rooms that the project has.</summary>
    public static IReadOnlyList<string> Of(AssemblyScan scan, string house) =>
        [.. scan.Types.Select(use => RoomOf(use.User, house)).OfType<string>().Select(First).Distinct().Order()];

    /// <summary>The namespace behind the house, such as <c>Registrants.Identities</c>; null outside and in the house itself.</summary>
    private static string? RoomOf(string type, string house)
    {
        var end = type.LastIndexOf('.');
        return end > house.Length && type.StartsWith(house + ".", StringComparison.Ordinal) ? type[(house.Length + 1)..end] : null;
    }

    private static string First(string room) => room.Split('.')[0];
}
