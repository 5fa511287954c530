using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Requests.Fulfillment;

namespace PersonalDataHub.Hub.Requests;

/// <summary>In which order the requests of one person are carried out, and which are refused: the one place where that is said.</summary>
/// <remarks>
/// <list type="number">
/// <item>At each source the requests of a person are carried out one after the other, in the order in which they began: the
/// next one's task there is not taken before the earlier one's is final, or waits for a blocker or a recipient only. So
/// nothing is corrected while it is erased, and each request finds what the one before has left. <see cref="TaskClaims"/>
/// holds to it within the statement that takes tasks. A request begins when its plan is approved, and anew when what kept
/// the rest of it is lifted.</item>
/// <item>While everything of a person is being erased, nothing else is taken: there would be nothing left to do it on.</item>
/// <item>A restriction is not lifted while it is still being carried out: what is planned to be lifted is what the sources show as
/// restricted. Nor is it lifted a second time while it is being lifted.</item>
/// <item>A value is not corrected while it is being corrected: who asks has seen what is about to change, and sources that are
/// not equally far would take it differently.</item>
/// </list>
/// Requests that only wait for approval are in nobody's way. A person is known by the registrant's id and by the keyed
/// hashes of identities, so that two views of one person count as one. What was stopped because the person turned out to be
/// two waits for somebody and is in nobody's way either.
/// </remarks>
internal sealed class RequestOrder(RequestVault vault, CorrectionsUnderWay corrections, FulfillmentOptions options)
{
    /// <summary>Refuses what can not be carried out beside what is being carried out.</summary>
    /// <param name="db">The unit's context: what is decided here holds when it is stored.</param>
    /// <param name="asked">What is asked.</param>
    /// <param name="own">The request itself, where it is stored already.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="RequestException">Another request is in the way; the mistake is about its id.</exception>
    public async Task DemandPossibleAsync(HubDbContext db, OrderedRequest asked, long? own, CancellationToken cancellationToken)
    {
        foreach (var other in await BegunAsync(db, asked, cancellationToken).ConfigureAwait(false))
        {
            using var key = await vault.OpenAsync(db, other, cancellationToken).ConfigureAwait(false);
            if (other.Key == own || key is null)
            {
                continue;
            }

            var content = RequestVault.ContentOf(key, other);
            if (Hindrance(asked.Content, content, other) is { } reason)
            {
                throw InTheWay(other, reason);
            }

            if (options.Ordering && asked.Content is RectificationContent one && content is RectificationContent two
                && await corrections.TouchAsync(db, key, other, two, one, cancellationToken).ConfigureAwait(false))
            {
                throw InTheWay(other, $"A value of these is being corrected by the request {other.Id}; when that has ended, look at the value again.");
            }
        }
    }

    /// <summary>By source, the request that is carried out there before this one; only sources that it has not done with.</summary>
    public static async Task<IReadOnlyDictionary<string, Guid>> BeforeAsync(HubDbContext db, RequestRow request, CancellationToken cancellationToken)
    {
        if (request.StartedAt is null || request.EndedAt is not null)
        {
            return new Dictionary<string, Guid>();
        }

        var blinds = await db.RequestSubjects.Where(subject => subject.RequestKey == request.Key).Select(subject => subject.Blind)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var earlier = (await BegunAsync(db, new(request.Register, request.RegistrantId, blinds, null), cancellationToken).ConfigureAwait(false))
            .Where(other => other.StartedAt < request.StartedAt || (other.StartedAt == request.StartedAt && other.Key < request.Key))
            .ToDictionary(other => other.Key);
        var tasks = await db.Tasks.AsNoTracking()
            .Where(task => earlier.Keys.Contains(task.RequestKey) && task.State != TaskState.Final)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return tasks.Where(task => !TaskRest.IsThrough(task)).GroupBy(task => task.Source).ToDictionary(
            source => source.Key, source => source.Select(task => earlier[task.RequestKey]).MinBy(other => (other.StartedAt, other.Key))!.Id);
    }

    private static RequestException InTheWay(RequestRow other, string reason) => new([new(RequestMistakes.InTheWay, reason, other.Id.ToString())]);

    private static string? Hindrance(RequestContent? asked, RequestContent? other, RequestRow row) => (asked, other) switch
    {
        (_, ErasureContent { Scope: Scope.All }) when row.RecurrenceSource is null =>
            $"Everything of this person is being erased by the request {row.Id}; withdraw that first, or wait for its end.",
        (RestrictionLiftContent one, RestrictionContent) when one.Restriction == row.Id =>
            "This restriction is still being carried out; see that it ends, by completing or skipping what is left of it, then lift it.",
        (RestrictionLiftContent one, RestrictionLiftContent { Restriction: var lifted }) when one.Restriction == lifted =>
            $"This restriction is being lifted already, by the request {row.Id}.",
        _ => null,
    };

    private static async Task<IReadOnlyList<RequestRow>> BegunAsync(HubDbContext db, OrderedRequest asked, CancellationToken cancellationToken)
    {
        var begun = db.Requests.AsNoTracking()
            .Where(row => row.Register == asked.Register && row.StartedAt != null && row.EndedAt == null && row.StoppedAt == null);
        var byId = await begun.Where(row => row.RegistrantId == asked.RegistrantId).ToListAsync(cancellationToken).ConfigureAwait(false);
        var byHash = await (
            from subject in db.RequestSubjects
            join row in begun on subject.RequestKey equals row.Key
            where subject.Register == asked.Register && asked.Blinds.Contains(subject.Blind)
            select row).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. byId.Concat(byHash).DistinctBy(row => row.Key).OrderBy(row => row.StartedAt).ThenBy(row => row.Key)];
    }
}
