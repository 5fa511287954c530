using Microsoft.EntityFrameworkCore;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Persistence;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Registrants;
using PersonalDataHub.Hub.Requests.Fulfillment;

namespace PersonalDataHub.Hub.Requests;

/// <summary>Which values a correction has not done with: told and not verified, not told yet, or left to a person.</summary>
internal sealed class CorrectionsUnderWay(RecordSeal seal)
{
    /// <summary>Whether a correction that has begun is still to change a value that another one is asked for.</summary>
    /// <param name="db">The unit's context.</param>
    /// <param name="key">The key of the request that has begun.</param>
    /// <param name="request">The request that has begun.</param>
    /// <param name="begun">What it corrects.</param>
    /// <param name="asked">What is asked now.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<bool> TouchAsync(
        HubDbContext db, PersonKey key, RequestRow request, RectificationContent begun, RectificationContent asked, CancellationToken cancellationToken)
    {
        var shared = RefsOf(begun).Intersect(RefsOf(asked)).Select(seal.OpenRef).OfType<(string Register, string Source, RecordTarget Target)>()
            .Select(value => (value.Source, value.Target)).ToHashSet();
        if (shared.Count == 0)
        {
            return false;
        }

        var open = await db.Tasks.AsNoTracking().Where(task => task.RequestKey == request.Key && task.State != TaskState.Final)
            .ToDictionaryAsync(task => task.Key, cancellationToken).ConfigureAwait(false);
        var verified = await db.TaskItems.AsNoTracking().Where(item => open.Keys.Contains(item.TaskKey) && item.Outcome == Outcome.Verified)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        shared.ExceptWith(verified.Select(item => (open[item.TaskKey].Source, TaskOpener.Open(key, open[item.TaskKey], item).Target)));
        return shared.Any(value => open.Values.Any(task => task.Source == value.Source));
    }

    private static IEnumerable<string> RefsOf(RectificationContent content) =>
        content.Corrections.SelectMany(correction => correction.Targets).Select(target => target.Ref);
}
