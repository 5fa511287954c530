namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>Tells in words, without personal data, how a plan differs from the one that was approved.</summary>
internal static class PlanDifference
{
    /// <summary>One sentence for each difference; empty when the plans have the same hash.</summary>
    public static IReadOnlyList<string> Between(Plan approved, Plan now)
    {
        if (approved.Hash == now.Hash)
        {
            return [];
        }

        List<string> differences =
        [
            .. Items(approved, now),
            .. Gone(approved.NotReached, now.NotReached, source => source.Source).Select(source => $"{source.Source} was not reached then and has answered now."),
            .. Gone(now.NotReached, approved.NotReached, source => source.Source).Select(source => $"{source.Source} answered then and was not reached now."),
            .. Gone(now.Undecided, approved.Undecided, candidate => candidate.Mark).Select(candidate => $"{candidate.Source} knows somebody who may be the same person; decide first."),
            .. Gone(approved.Undecided, now.Undecided, candidate => candidate.Mark).Select(candidate => $"Somebody whom {candidate.Source} knows is no candidate any more."),
        ];
        return differences.Count > 0
            ? differences
            : ["The numbers are the same, but the identities or the records behind them are not."];
    }

    private static IEnumerable<string> Items(Plan approved, Plan now)
    {
        var (then, today) = (Counts(approved), Counts(now));
        foreach (var item in then.Keys.Union(today.Keys))
        {
            var (before, after) = (then.GetValueOrDefault(item), today.GetValueOrDefault(item));
            if (before != after)
            {
                yield return $"{item}: {after} now, {before} approved.";
            }
        }
    }

    private static Dictionary<string, int> Counts(Plan plan) => plan.Items
        .GroupBy(Named)
        .ToDictionary(group => group.Key, group => group.Sum(item => item.Records), StringComparer.Ordinal);

    private static string Named(PlanItem item)
    {
        var what = item.Field is null ? item.RecordType : $"{item.RecordType}.{item.Field}";
        var until = item.Until is { } day ? $" until {day:yyyy-MM-dd}" : string.Empty;
        return $"{item.Source}, {what}, {item.Fate}{until} ({item.Article})";
    }

    private static IEnumerable<T> Gone<T>(IEnumerable<T> from, IEnumerable<T> to, Func<T, string> key) => from.ExceptBy(to.Select(key), key);
}
