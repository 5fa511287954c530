using PersonalDataHub.Connectors.Abstractions;

namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>One source's share of a plan.</summary>
internal sealed record PlannedTask
{
    /// <summary>The id of the source.</summary>
    public required string Source { get; init; }

    /// <summary>All identities of the person at this source.</summary>
    public required IReadOnlyList<SubjectIdentity> Identities { get; init; }

    /// <summary>
    /// What it touches; empty when the source was not reached: then the task plans its share when the source answers.
    /// </summary>
    public required IReadOnlyList<PlannedItem> Items { get; init; }

    /// <summary>The ids of sources whose tasks end first, because what they hold would overwrite this source.</summary>
    public required IReadOnlyList<string> After { get; init; }

    /// <summary>True when the source did not answer while planning.</summary>
    public bool NotReached { get; init; }
}
