using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Requests.Planning;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>An item of a task, unsealed.</summary>
internal sealed record WorkItem
{
    public required int Ordinal { get; init; }

    public required RecordTarget Target { get; init; }

    public required Fate Fate { get; init; }

    public string? Reason { get; init; }

    public required Outcome? Outcome { get; init; }

    /// <summary>Since when a reading can tell what became of it.</summary>
    public required DateTimeOffset? OutcomeAt { get; init; }

    public required DateTimeOffset? VerifiableFrom { get; init; }

    /// <summary>What the source knows pending work by.</summary>
    public string? Token { get; init; }

    public FieldValue? Previous { get; init; }

    public FieldValue? NewValue { get; init; }

    /// <summary>The tag of the value to correct when it was decided on.</summary>
    public string? ExpectedTag { get; init; }

    /// <summary>Ids of the blockers that keep it and that sources' facts can lift.</summary>
    public IReadOnlyList<string> Blockers { get; init; } = [];

    /// <summary>Kept until the recipient confirms what was handed over first.</summary>
    public bool AwaitsReceipt { get; init; }

    /// <summary>Whether what keeps it can be lifted, so that it goes on by itself.</summary>
    public bool IsLiftable => Blockers.Count > 0 || AwaitsReceipt;

    /// <summary>The source does not hold, or did not show, the value that was decided on.</summary>
    public bool IsStale => ExpectedTag is not null && Previous is null;

    /// <summary>The source is to be told to do it, and has not been yet.</summary>
    public bool IsToDo => Outcome is null && Fate is (Fate.Correct or Fate.Erase or Fate.Restrict or Fate.Lift or Fate.Anonymise);

    /// <summary>What kept it may be lifted: it is planned anew before anything is done.</summary>
    public bool IsToReplan => Outcome is null && Fate == Fate.Retain && IsLiftable;

    /// <summary>The source says that it did it, or will.</summary>
    public bool IsToVerify => Outcome is Fulfillment.Outcome.Applied or Fulfillment.Outcome.Deferred;
}
