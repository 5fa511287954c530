using PersonalDataHub.Hub.Requests.Fulfillment;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Persistence.Rows;

/// <summary>One record or field that a task touches, and what became of it.</summary>
internal sealed class TaskItemRow
{
    public const string RecordKeyField = "item.recordKey";
    public const string PreviousField = "item.previous";
    public const string NewValueField = "item.newValue";
    public const string TokenField = "item.token";

    public long Key { get; init; }

    public required long TaskKey { get; init; }

    /// <summary>Its place in the task, from 0.</summary>
    public required int Ordinal { get; init; }

    public required string RecordType { get; init; }

    public string? Field { get; init; }

    /// <summary>The record's key at the source, sealed.</summary>
    public byte[]? RecordKey { get; set; }

    public required Fate Fate { get; set; }

    public string? Article { get; set; }

    public string? Reason { get; set; }

    public DateOnly? Until { get; set; }

    public string? LiftedBy { get; set; }

    /// <summary>Ids of the statements of the notice behind it, separated by spaces.</summary>
    public string? Statements { get; set; }

    /// <summary>Ids of the blockers that keep it and that sources' facts can lift, separated by spaces.</summary>
    public string? Blockers { get; set; }

    /// <summary>Kept until the recipient confirms what was handed over first.</summary>
    public bool AwaitsReceipt { get; set; }

    public Outcome? Outcome { get; set; }

    public DateTimeOffset? OutcomeAt { get; set; }

    /// <summary>What the source knows pending work by, sealed.</summary>
    public byte[]? Token { get; set; }

    /// <summary>When reading back can tell.</summary>
    public DateTimeOffset? VerifiableFrom { get; set; }

    /// <summary>The value before, sealed; kept until every source of the request has verified.</summary>
    public byte[]? Previous { get; set; }

    public byte[]? NewValue { get; set; }

    /// <summary>The tag of the value to correct when it was decided on; a keyed hash.</summary>
    public string? ExpectedTag { get; set; }
}
