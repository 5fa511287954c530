using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>What would be done at a source now, against what was approved.</summary>
internal static class ShareDifference
{
    /// <summary>
    /// The differences in words without personal data; none when all that would be done was approved. What is gone since is
    /// none: there is less to do, also because an attempt that was cut short has done it already. Nor is it one that goes
    /// what a blocker kept: who approved a plan has approved that too.
    /// </summary>
    public static IReadOnlyList<string> Between(string source, IReadOnlyList<WorkItem> approved, IReadOnlyList<PlannedItem> now)
    {
        var known = approved.ToDictionary(item => item.Target);
        var kept = approved.Where(item => item.IsLiftable).ToList();
        var differences = from item in now
                          let before = known.GetValueOrDefault(item.Target)
                          where !IsApproved(item, before, kept)
                          group item by (What: item.Target.ToString(), Before: before?.Fate, item.Fate, Reason: before?.Fate == item.Fate ? item.Reason : null) into same
                          orderby same.Key.What, same.Key.Fate
                          select Words(source, same.Key.What, same.Key.Before, same.First(), same.Count());
        return [.. differences];
    }

    /// <summary>Whether what is to be done and kept is just what stands written, so that nothing needs to be written anew.</summary>
    public static bool IsNone(IReadOnlyList<WorkItem> written, IReadOnlyList<PlannedItem> now)
    {
        var known = written.ToDictionary(item => item.Target);
        return now.All(item => known.GetValueOrDefault(item.Target) is { } before
            && (before.Outcome is not null
                || (before.Fate == item.Fate && before.Reason == item.Reason && before.AwaitsReceipt == item.AwaitsReceipt
                    && before.Blockers.SequenceEqual(item.Blockers))));
    }

    private static bool IsApproved(PlannedItem item, WorkItem? before, IReadOnlyList<WorkItem> kept)
    {
        if (before is { Outcome: not null })
        {
            return true;
        }

        var newlyKept = item.Fate == Fate.Retain
            && (item.Blockers.Except(kept.SelectMany(one => one.Blockers)).Any() || (item.AwaitsReceipt && !kept.Any(one => one.AwaitsReceipt)));
        if (before is not null)
        {
            return before.Fate == item.Fate
                ? !newlyKept || !before.IsLiftable
                : before.IsLiftable && !newlyKept;
        }

        // The record, or a field of it, was shown as kept. What is new there and kept by law is left alone anyway.
        var wasShown = kept.Any(one => one.Target.RecordType == item.Target.RecordType && one.Target.Key == item.Target.Key
            && (one.Target.Field is null || item.Target.Field is null));
        return !newlyKept && (wasShown || (kept.Count > 0 && item is { Fate: Fate.Retain, Blockers.Count: 0, AwaitsReceipt: false }));
    }

    private static string Words(string source, string what, Fate? before, PlannedItem now, int count)
    {
        var why = now is { Blockers.Count: > 0, Reason: { } reason } ? $" {reason}" : "";
        return before is null ? $"{source}: {count} × {what} was not shown before ({now.Fate}).{why}"
            : before == now.Fate ? $"{source}: {count} × {what} would be kept for another reason.{why}"
            : $"{source}: {count} × {what} would be {now.Fate} instead of {before}.{why}";
    }
}
