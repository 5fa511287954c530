using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Persistence.Encryption;
using PersonalDataHub.Hub.Persistence.Rows;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>Seals a planned item into a task's row.</summary>
internal static class SealedItem
{
    /// <param name="key">The request's key.</param>
    /// <param name="task">The task, saved already so that it has its number.</param>
    /// <param name="ordinal">The item's place in the task.</param>
    /// <param name="item">What is planned.</param>
    public static TaskItemRow Of(PersonKey key, TaskRow task, int ordinal, PlannedItem item)
    {
        var place = TaskOpener.PlaceOf(task, ordinal);
        return new()
        {
            TaskKey = task.Key,
            Ordinal = ordinal,
            RecordType = item.Target.RecordType,
            Field = item.Target.Field,
            RecordKey = RequestVault.Seal(key, TaskItemRow.RecordKeyField, place, item.Target.Key, RequestJson.Default.String),
            Fate = item.Fate,
            Article = item.Article,
            Reason = item.Reason,
            Until = item.Until,
            LiftedBy = item.LiftedBy,
            Statements = item.Statements.Count == 0 ? null : string.Join(' ', item.Statements),
            Blockers = item.Blockers.Count == 0 ? null : string.Join(' ', item.Blockers),
            AwaitsReceipt = item.AwaitsReceipt,
            Previous = Value(TaskItemRow.PreviousField, item.Previous),
            NewValue = Value(TaskItemRow.NewValueField, item.NewValue),
            ExpectedTag = item.ExpectedTag,
        };

        byte[]? Value(string field, FieldValue? value) =>
            value is null ? null : RequestVault.Seal(key, field, place, value, RequestJson.Default.FieldValue);
    }
}
