using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>What would be done at a source now, against what was approved.</summary>
internal static class ShareDifference
{
    /// <summary>
    /// The differences in words without personal data; none when all that would be done was approved. What is gone since is
    /// none: there is less to do, also because an attempt that was cut short has done it already.
    /// </summary>
    public static IReadOnlyList<string> Between(string source, IReadOnlyList<WorkItem> approved, IReadOnlyList<PlannedItem> now)
    {
        var known = approved.ToDictionary(item => item.Target);
        var differences = from item in now
                          let before = known.GetValueOrDefault(item.Target)
                          where before is null || (before.Outcome is null && before.Fate != item.Fate)
                          group item by (What: item.Target.ToString(), Before: before?.Fate, item.Fate) into same
                          orderby same.Key.What, same.Key.Fate
                          select Words(source, same.Key.What, same.Key.Before, same.Key.Fate, same.Count());
        return [.. differences];
    }

    private static string Words(string source, string what, Fate? before, Fate now, int count) => before is null
        ? $"{source}: {count} × {what} was not shown before ({now})."
        : $"{source}: {count} × {what} would be {now} instead of {before}.";
}
