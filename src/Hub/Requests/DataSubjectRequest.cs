using PersonalDataHub.Hub.Requests.Deadlines;
using PersonalDataHub.Hub.Requests.Fulfillment;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests;

/// <summary>A request of a person about that person's data (GDPR Chapter III), as shown.</summary>
public sealed record DataSubjectRequest
{
    /// <summary>Its id; random.</summary>
    public required Guid Id { get; init; }

    /// <summary>The register's id.</summary>
    public required string Register { get; init; }

    /// <summary>The right it exercises.</summary>
    public required DataSubjectRequestKind Kind { get; init; }

    /// <summary>How it stands.</summary>
    public required RequestStatus Status { get; init; }

    /// <summary>The registrant's id when it was made.</summary>
    public required Guid RegistrantId { get; init; }

    /// <summary>The client's own key.</summary>
    public required string ClientRequestKey { get; init; }

    /// <summary>When it was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>How it came.</summary>
    public required Channel Channel { get; init; }

    /// <summary>The controller's reference; null when none was given or it is gone with the person's data.</summary>
    public string? Reference { get; init; }

    /// <summary>Who acts for the person; null when nobody does or it is gone with the person's data.</summary>
    public Representative? Representative { get; init; }

    /// <summary>The ground's name.</summary>
    public string? Ground { get; init; }

    /// <summary>
    /// The last day for the answer (GDPR Art. 12(3)); while an answer of the person is awaited, as it would be without the question.
    /// </summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>How that day follows.</summary>
    public required RequestDeadline Deadline { get; init; }

    /// <summary>Why more time is needed; null when the deadline was not extended.</summary>
    public string? ExtensionReason { get; init; }

    /// <summary>What was planned.</summary>
    public required Plan Plan { get; init; }

    /// <summary>Each source's share.</summary>
    public required IReadOnlyList<FulfillmentTask> Tasks { get; init; }

    /// <summary>True once every item has an outcome or a reason: the person can be answered.</summary>
    public bool Answerable => Tasks.All(task => (task.State == TaskState.Final || task.WaitingCause is WaitingCause.Blocker or WaitingCause.Recipient) && task.Items.All(item => item.Outcome is not null));

    /// <summary>What is still there, of an erasure: where, why, until when. Empty when all of it is proven gone.</summary>
    public IReadOnlyList<ErasureResidue> Residue => Kind == DataSubjectRequestKind.Erasure ? ErasureResidue.Of(Tasks) : [];

    /// <summary>Who entered it.</summary>
    public required string RequestedBy { get; init; }

    /// <summary>When it was entered.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who approved the plan; null while nobody has, or when the register's policy did.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>When the plan was approved.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>How the four-eyes rule was kept at the approval; null while nobody has approved, and where the register has no such rule.</summary>
    public FourEyes? FourEyes { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why it stopped, needs a person or was refused; no personal data.</summary>
    public string? Reason { get; init; }

    /// <summary>The erasure whose data came back.</summary>
    public Guid? RecurrenceOf { get; init; }

    /// <summary>The id of the source where it came back.</summary>
    public string? RecurrenceSource { get; init; }

    /// <summary>The id of the source that brought it back, most likely: it overwrites the other. Null when nothing feeds that.</summary>
    public string? RecurrenceFeeder { get; init; }
}
