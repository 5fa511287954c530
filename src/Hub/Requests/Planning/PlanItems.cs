namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>Counts what a task touches, so that a plan shows neither keys nor values.</summary>
internal static class PlanItems
{
    public static IEnumerable<PlanItem> Of(PlannedTask task) => task.Items
        .GroupBy(item => (
            item.Target.RecordType,
            item.Target.Field,
            item.Fate,
            item.Article,
            item.Reason,
            item.Until,
            item.LiftedBy,
            Statements: string.Join(' ', item.Statements),
            Blockers: string.Join(' ', item.Blockers)))
        .Select(group => new PlanItem
        {
            Source = task.Source,
            RecordType = group.Key.RecordType,
            Field = group.Key.Field,
            Records = group.Count(),
            Fate = group.Key.Fate,
            Article = group.Key.Article,
            Reason = group.Key.Reason,
            Until = group.Key.Until,
            LiftedBy = group.Key.LiftedBy,
            Statements = group.First().Statements,
            Blockers = group.First().Blockers,
        })
        .OrderBy(item => item.RecordType, StringComparer.Ordinal)
        .ThenBy(item => item.Field, StringComparer.Ordinal)
        .ThenBy(item => item.Fate)
        .ThenBy(item => item.Article, StringComparer.Ordinal)
        .ThenBy(item => item.Until);
}
