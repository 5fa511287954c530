using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Registrants.Files;

/// <summary>Everything that one source holds of one person.</summary>
internal sealed record SourceFile
{
    public required Source Source { get; init; }

    /// <summary>
    /// The identities by which the source was asked, or would have been; of a source that has never told what it accepts,
    /// all that are known.
    /// </summary>
    public required IReadOnlyList<SubjectIdentity> Identities { get; init; }

    /// <summary>The records of all types, in the source's order; only a part of them unless it answered wholly.</summary>
    public required IReadOnlyList<PersonalRecord> Records { get; init; }

    public required ReadingStatus Status { get; init; }

    /// <summary>Why it did not answer, or not wholly.</summary>
    public SourceFailure? Failure { get; init; }

    /// <summary>The moment the answer is true of; null when it did not answer.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>True when it is certain what the source holds of the person.</summary>
    public bool Reached => Status is ReadingStatus.Answered or ReadingStatus.NothingFound or ReadingStatus.NotAsked;

    /// <summary>The source and how it went, never an identity or a record.</summary>
    public override string ToString() => $"{Source}: {Status}";
}
