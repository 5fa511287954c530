using PersonalDataHub.Hub.Requests.Fulfillment;

namespace PersonalDataHub.Hub.Requests;

/// <summary>Something that is still there after an erasure: what the person is told of what stayed (GDPR Art. 12(4)).</summary>
public sealed record ErasureResidue
{
    /// <summary>The id of the source.</summary>
    public required string Source { get; init; }

    /// <summary>The name of the record type; null where it is not known what the source holds.</summary>
    public string? RecordType { get; init; }

    /// <summary>The name of the field; null for whole records.</summary>
    public string? Field { get; init; }

    /// <summary>How many records; zero where that is not known.</summary>
    public int Records { get; init; }

    /// <summary>What became of it; null while it is open.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>Why it is there; no personal data.</summary>
    public string? Reason { get; init; }

    /// <summary>The article or section of law.</summary>
    public string? Article { get; init; }

    /// <summary>Ids of the statements of the register's notice behind it.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];

    /// <summary>The last day of keeping; null when an event ends it.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>What would end the keeping sooner.</summary>
    public string? LiftedBy { get; init; }

    /// <summary>What of an erasure's tasks is not proven gone; what is not begun yet counts too.</summary>
    internal static IReadOnlyList<ErasureResidue> Of(IEnumerable<FulfillmentTask> tasks) => [.. tasks.SelectMany(Of)];

    private static IEnumerable<ErasureResidue> Of(FulfillmentTask task)
    {
        if (task.Items.Count == 0 && task.State != TaskState.Final)
        {
            return [new() { Source = task.Source, Reason = task.Failure ?? "The source was not reached yet." }];
        }

        return task.Items.Where(item => item.Outcome is not (Fulfillment.Outcome.Verified or Fulfillment.Outcome.NotHeld))
            .GroupBy(item => (
                item.RecordType, item.Field, item.Outcome, item.Reason, item.Article, Statements: string.Join(' ', item.Statements), item.Until, item.LiftedBy))
            .Select(group => new ErasureResidue
            {
                Source = task.Source,
                RecordType = group.Key.RecordType,
                Field = group.Key.Field,
                Records = group.Count(),
                Outcome = group.Key.Outcome,
                Reason = group.Key.Reason,
                Article = group.Key.Article,
                Statements = group.First().Statements,
                Until = group.Key.Until,
                LiftedBy = group.Key.LiftedBy,
            });
    }
}
