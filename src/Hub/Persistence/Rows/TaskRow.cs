using PersonalDataHub.Hub.Requests;
using PersonalDataHub.Hub.Requests.Fulfillment;

namespace PersonalDataHub.Hub.Persistence.Rows;

/// <summary>One source's share of a request. The table is the schedule and the truth.</summary>
internal sealed class TaskRow
{
    public const string IdentitiesField = "task.identities";
    public const string EvidenceField = "task.evidence";

    public long Key { get; init; }

    public required Guid Id { get; init; }

    public required long RequestKey { get; init; }

    public required string Register { get; init; }

    public required string Source { get; init; }

    public required DataSubjectRequestKind Kind { get; init; }

    /// <summary>Set by <see cref="TaskCourse"/> alone, and by the statement that takes due tasks.</summary>
    public TaskState State { get; set; } = TaskState.Accepted;

    public WaitingCause? WaitingCause { get; set; }

    public DateTimeOffset? WaitingUntil { get; set; }

    /// <summary>When it is to be run next; null while nothing is to be run by itself.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    public string? LeaseOwner { get; set; }

    /// <summary>Grows with every claim; who writes with a smaller one comes too late.</summary>
    public long Fence { get; set; }

    /// <summary>Failures in a row.</summary>
    public int Attempt { get; set; }

    /// <summary>What counts towards giving up: failures that waiting does not mend, and read-backs in vain, in a row.</summary>
    public int Strikes { get; set; }

    /// <summary>The last failure in words without personal data.</summary>
    public string? Failure { get; set; }

    /// <summary>All identities of the person at this source, sealed.</summary>
    public byte[]? Identities { get; set; }

    /// <summary>The ids of sources whose tasks of the same request end first, separated by spaces.</summary>
    public required string After { get; init; }

    /// <summary>True when the source was not reached while planning: the items are planned when it answers.</summary>
    public bool Unplanned { get; set; }

    /// <summary>What a person is to do; no personal data.</summary>
    public string? Instruction { get; set; }

    /// <summary>Who is to do it by hand; null while that is not said.</summary>
    public string? AssignedTo { get; set; }

    public string? CompletedBy { get; set; }

    public byte[]? Evidence { get; set; }

    /// <summary>Since when it is given up; null unless it is.</summary>
    public DateTimeOffset? DeadAt { get; set; }

    public DateTimeOffset? FinalAt { get; set; }
}
