using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>
/// What a task leaves at its source by the register's policy. A record that these refer to cannot go before they do: the
/// source empties what it can of it, and the rest stays for the same reason and as long.
/// </summary>
internal sealed class KeptRecords
{
    private readonly TaskItemRow kept;

    private KeptRecords(TaskItemRow kept) => this.kept = kept;

    /// <summary>Null when the task leaves nothing.</summary>
    public static KeptRecords? Of(TaskFile file) =>
        file.Request.Kind == DataSubjectRequestKind.Erasure
        && file.Items.Where(item => item.Fate == Fate.Retain).OrderByDescending(item => item.Blockers is not null).ThenByDescending(item => item.Until)
            .FirstOrDefault() is { } found
            ? new(found)
            : null;

    /// <summary>Whether a whole record was not erased because of what stays.</summary>
    public bool Explains(TaskItemRow item, WriteItem answer) => answer is WriteUnsupported && item is { Field: null, Fate: Fate.Erase };

    /// <summary>Has the record stay with the kept ones; it is tried again when their blockers are lifted.</summary>
    public void Keep(TaskItemRow item, DateTimeOffset at)
    {
        (item.Outcome, item.OutcomeAt, item.Reason) = (Outcome.Retained, at, $"Kept records refer to it. {kept.Reason}".TrimEnd());
        (item.Article, item.Until, item.LiftedBy) = (kept.Article, kept.Until, kept.LiftedBy);
        (item.Statements, item.Blockers, item.AwaitsReceipt) = (kept.Statements, kept.Blockers, kept.AwaitsReceipt);
    }
}
