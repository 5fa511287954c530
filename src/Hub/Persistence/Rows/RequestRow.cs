using PersonalDataHub.Hub.Requests;

namespace PersonalDataHub.Hub.Persistence.Rows;

/// <summary>A data subject request. What tells of the person is sealed under the request's own key.</summary>
internal sealed class RequestRow
{
    public const string CaseField = "request.case";
    public const string ContentField = "request.content";

    public long Key { get; init; }

    public required Guid Id { get; init; }

    public required string Register { get; init; }

    public required DataSubjectRequestKind Kind { get; init; }

    public required RequestStatus Status { get; set; }

    /// <summary>The registrant's id; stays after the registrant is forgotten.</summary>
    public required Guid RegistrantId { get; init; }

    public required string ClientRequestKey { get; init; }

    /// <summary>A keyed hash of all that was asked: the same client key with another hash is refused.</summary>
    public required byte[] ContentHash { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>Reference and representative, sealed; gone with the request's key.</summary>
    public byte[]? Case { get; set; }

    /// <summary>What is asked, sealed: a plan can be made anew from it. Gone with the request's key.</summary>
    public byte[]? Content { get; set; }

    /// <summary>The ground's name, where the kind has one.</summary>
    public string? Ground { get; init; }

    public required DateOnly DueOn { get; set; }

    public DateTimeOffset? IdentityAskedAt { get; set; }

    public DateTimeOffset? IdentityAnsweredAt { get; set; }

    public DateTimeOffset? ExtendedAt { get; set; }

    public string? ExtensionReason { get; set; }

    /// <summary>The plan as JSON; it holds no personal data.</summary>
    public required string Plan { get; set; }

    public required string PlanHash { get; set; }

    public string? ApprovedHash { get; set; }

    public string? ApprovedBy { get; set; }

    public DateTimeOffset? ApprovedAt { get; set; }

    /// <summary>When it began, or went on after what kept the rest was lifted: its place among the requests of its person.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>How the four-eyes rule was kept when it was approved; null where the register had none.</summary>
    public FourEyes? FourEyes { get; set; }

    /// <summary>Why it stopped or was refused, in words without personal data.</summary>
    public string? Reason { get; set; }

    public required string RequestedBy { get; init; }

    public required string RequestedRole { get; init; }

    public required string Purpose { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>
    /// When it was stopped because its person turned out to be two. It does not go on or end by itself: a person withdraws it,
    /// or approves it anew.
    /// </summary>
    public DateTimeOffset? StoppedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The erasure whose data came back.</summary>
    public Guid? RecurrenceOf { get; init; }

    /// <summary>The source where it came back.</summary>
    public string? RecurrenceSource { get; init; }

    /// <summary>The source that brought it back, most likely.</summary>
    public string? RecurrenceFeeder { get; init; }

    public long? BulkKey { get; init; }
}
