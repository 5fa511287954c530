using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Requests.Ledger;

/// <summary>An erasure that has just ended, with all that tells how.</summary>
internal sealed record EndedErasure(
    RequestRow Request, ErasureContent Content, IReadOnlyList<TaskRow> Tasks, IReadOnlyList<TaskItemRow> Items)
{
    /// <summary>What the ledger keeps of it.</summary>
    /// <param name="subjects">Keyed hashes of the person's identities.</param>
    /// <param name="forgotten">Whether the hub has forgotten the person.</param>
    /// <param name="erased">The sources that hold nothing any more.</param>
    /// <param name="holding">The sources that still hold something.</param>
    public ErasureReceipt Receipt(
        IReadOnlyList<byte[]> subjects, bool forgotten, IReadOnlyList<string> erased, IReadOnlyCollection<string> holding) => new()
    {
        RequestId = Request.Id,
        Register = Request.Register,
        RegistrantId = Request.RegistrantId,
        All = Content.Scope is Scope.All,
        Forgotten = forgotten,
        Erased = erased,
        StillHolding = [.. holding.Order(StringComparer.Ordinal)],
        Subjects = subjects,
        Status = Request.Status,
        Ground = Content.Ground,
        Method = Content.Method,
        ClientRequestKey = Request.ClientRequestKey,
        ContentHash = Request.ContentHash,
        Channel = Request.Channel,
        ReceivedAt = Request.ReceivedAt,
        CreatedAt = Request.CreatedAt,
        EndedAt = Request.EndedAt!.Value,
        DueOn = Request.DueOn,
        Purpose = Request.Purpose,
        RequestedBy = Request.RequestedBy,
        RequestedRole = Request.RequestedRole,
        ApprovedBy = Request.ApprovedBy,
        RecurrenceOf = Request.RecurrenceOf,
        RecurrenceSource = Request.RecurrenceSource,
        Sources = [.. Tasks.Select(task => new SourceReceipt(
            task.Source,
            Items.Where(item => item.TaskKey == task.Key && item.Outcome is not null)
                .CountBy(item => item.Outcome!.Value).ToDictionary(count => count.Key, count => count.Value)))],
    };
}
