using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.LogIndex;

namespace PersonalDataHub.Connectors.WebAnalytics.Writing;

/// <summary>Restricts visits and links by the exclusion list; the lines themselves stay.</summary>
internal sealed class VisitRestriction(
    WebAnalyticsSettings settings, LineIndex log, LineIndex links, BrowserSearch browsers, VisitSearch search, ExclusionList exclusions, TimeProvider clock)
{
    public async Task<IReadOnlyList<WriteItem>> RestrictAsync(
        RestrictionRequest request, CancellationToken cancellationToken)
    {
        var known = await links.QueryAsync(index => browsers.Find(index, request.Identities), cancellationToken);
        var held = await log.QueryAsync(
            index => HeldRecords.Find(index, search, known, request.Identities, request.Targets), cancellationToken);
        var keys = held.Visits.Keys.Concat(held.Links.Keys).ToHashSet(StringComparer.Ordinal);
        if (request.Restricted)
        {
            keys.ExceptWith(exclusions.Keys());
            if (keys.Count > 0)
            {
                exclusions.Add(keys.Select(key => Exclude(key, held, request.Task.TaskId)));
            }
        }
        else
        {
            exclusions.Remove(keys);
        }

        return [.. request.Targets.Select(target => Answer(target, held))];
    }

    private static WriteItem Answer(RecordTarget target, HeldRecords held) =>
        target.Field is not null ? new WriteUnsupported("A visit or link is restricted as a whole.")
        : held.Holds(target) ? new WriteDone()
        : new WriteNotHeld();

    private Exclusion Exclude(string key, HeldRecords held, Guid task) => held.Visits.TryGetValue(key, out var visit)
        ? new(visit.Browser.VisitorId, null, visit.StartedAt, visit.Lines[^1].At + settings.VisitInactivity, clock.GetUtcNow(), task)
        : new(held.Links[key].VisitorId, held.Links[key].CustomerNumber, null, null, clock.GetUtcNow(), task);
}
