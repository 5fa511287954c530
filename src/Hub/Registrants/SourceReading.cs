using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Registrants;

/// <summary>How it went with one source in one search: every source of the register has one.</summary>
public sealed record SourceReading
{
    /// <summary>How it went.</summary>
    public required ReadingStatus Status { get; init; }

    /// <summary>The moment the answer is true of; null when it did not answer.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>How long its longest call took; null when it was not called.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Why it did not answer, or not wholly.</summary>
    public SourceFailure? Failure { get; init; }

    /// <summary>Why it was not asked, where the source itself is the reason; else null.</summary>
    public string? Reason { get; init; }

    /// <summary>What the source itself could not read.</summary>
    public IReadOnlyList<string> Gaps { get; init; } = [];

    internal Source Source { get; init; } = null!;

    /// <summary>True when all that was asked was answered, or nothing needed asking.</summary>
    internal bool Complete =>
        Status is ReadingStatus.Answered or ReadingStatus.NothingFound or ReadingStatus.NotAsked;
}
