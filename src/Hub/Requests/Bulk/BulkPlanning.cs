using System.Collections.Concurrent;
using PersonalDataHub.Hub.Connectors;
using PersonalDataHub.Hub.Registers;
using PersonalDataHub.Hub.Registrants;

namespace PersonalDataHub.Hub.Requests.Bulk;

/// <summary>Plans the erasures of many people, several at once, and finds every mistake by the place in the list.</summary>
internal sealed class BulkPlanning(RequestPlanning planning)
{
    // Enough to keep every source busy; more would only wait for the sources' slots.
    private const int AtOnce = 8;

    private static readonly HashSet<string> skippable = new(StringComparer.Ordinal)
    {
        RequestMistakes.UnknownRegistrant, RequestMistakes.NothingHeld, RequestMistakes.AlreadyErased,
    };

    /// <param name="catalog">The sources.</param>
    /// <param name="register">The register.</param>
    /// <param name="header">What they have in common.</param>
    /// <param name="registrants">Whose data, with the client keys of their requests, by place; those stored already left out.</param>
    /// <param name="stored">The registrants of those that are stored already, by place.</param>
    /// <param name="content">What is erased.</param>
    /// <param name="cancellationToken">Cancelled when the caller is gone.</param>
    /// <exception cref="RequestException">Somebody is not known, named twice, or cannot be planned for; all of them.</exception>
    public async Task<(IReadOnlyList<PlannedMember> Members, IReadOnlyList<SkippedRegistrant> Skipped)> PlanAsync(
        ConnectorCatalog catalog,
        Register register,
        BulkHeader header,
        IEnumerable<(int Position, RegistrantKey Key, string ClientRequestKey)> registrants,
        IReadOnlyDictionary<int, Guid> stored,
        ErasureContent content,
        CancellationToken cancellationToken)
    {
        var planned = new ConcurrentBag<PlannedMember>();
        var refused = new ConcurrentBag<(int Position, RequestMistake Mistake)>();
        await Parallel.ForEachAsync(
            registrants,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (one, ct) =>
            {
                var own = header.Of(one.Key, one.ClientRequestKey);
                try
                {
                    planned.Add(new(one.Position, own, await planning.PlanAsync(
                        catalog, register, one.Key, content, own.WaitAtMost, onlySource: null, ct).ConfigureAwait(false)));
                }
                catch (RequestException exception)
                {
                    foreach (var mistake in exception.Mistakes)
                    {
                        refused.Add((one.Position, mistake));
                    }
                }
            }).ConfigureAwait(false);

        var members = planned.OrderBy(member => member.Position).ToList();
        var skipped = refused.Where(one => header.SkipUnknown && skippable.Contains(one.Mistake.Code)).OrderBy(one => one.Position)
            .Select(one => new SkippedRegistrant(one.Position, one.Mistake.Code, one.Mistake.Message)).ToList();
        RequestMistake[] mistakes =
        [
            .. refused.Where(one => !header.SkipUnknown || !skippable.Contains(one.Mistake.Code)).OrderBy(one => one.Position).Select(AtItsPlace).Distinct(),
            .. DuplicatesIn(members, stored),
        ];
        return mistakes.Length == 0 ? (members, skipped) : throw new RequestException(mistakes);
    }

    // A scope that names nothing is everybody's mistake and told once.
    private static RequestMistake AtItsPlace((int Position, RequestMistake Mistake) one) => one.Mistake.Code == RequestMistakes.UnknownScope
        ? one.Mistake
        : one.Mistake with { Message = $"{PlaceOf(one.Position)}: {one.Mistake.Message}", About = PlaceOf(one.Position) };

    private static IEnumerable<RequestMistake> DuplicatesIn(IEnumerable<PlannedMember> members, IReadOnlyDictionary<int, Guid> stored) =>
        from person in members.Select(member => (member.Position, member.Planned.Registrant.Id))
            .Concat(stored.Select(one => (Position: one.Key, Id: one.Value)))
            .OrderBy(one => one.Position)
            .GroupBy(one => one.Id, one => one.Position)
        let first = person.First()
        from again in person.Skip(1)
        select new RequestMistake(
            RequestMistakes.DuplicateRegistrant, $"{PlaceOf(again)} is the same person as {PlaceOf(first)}; name everybody once.", PlaceOf(again));

    private static string PlaceOf(int position) => $"registrants[{position}]";
}
