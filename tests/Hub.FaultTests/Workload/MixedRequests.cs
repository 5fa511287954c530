using System.Globalization;
using PersonalDataHub.Hub.FaultTests.Setting;

namespace PersonalDataHub.Hub.FaultTests.Workload;

/// <summary>Requests of many people, one each: three of five are erasures, the others corrections and restrictions.</summary>
internal static class MixedRequests
{
    public static IReadOnlyList<AskedRequest> Of(People people, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, people.Count).Select(person => Of(people, People.NumberOf(person), random.Next(5) switch
        {
            0 => RequestKind.Rectification,
            1 => RequestKind.Restriction,
            _ => RequestKind.Erasure,
        }))];
    }

    /// <summary>The same request of everybody.</summary>
    public static IReadOnlyList<AskedRequest> Of(People people, RequestKind kind) =>
        [.. Enumerable.Range(0, people.Count).Select(person => Of(people, People.NumberOf(person), kind))];

    /// <summary>One request that has a share at every source.</summary>
    public static AskedRequest Of(People people, string person, RequestKind kind) => new(
        string.Create(CultureInfo.InvariantCulture, $"{kind.ToString().ToLowerInvariant()}-{person}"), kind, person)
    {
        NewName = kind == RequestKind.Rectification ? people.NewNameOf(person) : null,
        Shares = FaultRegister.Sources,
    };
}
