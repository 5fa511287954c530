namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>Counts what a task touches, so that a plan shows neither keys nor values.</summary>
internal static class PlanItems
{
    public static IEnumerable<PlanItem> Of(PlannedTask task) => task.Items
        .GroupBy(item => new PlanItem
        {
            Source = task.Source,
            RecordType = item.Target.RecordType,
            Field = item.Target.Field,
            Records = 0,
            Fate = item.Fate,
            Article = item.Article,
            Reason = item.Reason,
            Until = item.Until,
            LiftedBy = item.LiftedBy,
        })
        .Select(group => group.Key with { Records = group.Count() })
        .OrderBy(item => item.RecordType, StringComparer.Ordinal)
        .ThenBy(item => item.Field, StringComparer.Ordinal)
        .ThenBy(item => item.Fate)
        .ThenBy(item => item.Article, StringComparer.Ordinal)
        .ThenBy(item => item.Until);
}
