using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Persistence.Rows;

namespace PersonalDataHub.Hub.Requests.Fulfillment;

/// <summary>A task, unsealed: what is to be done, for whom, by which identities.</summary>
internal sealed record TaskWork
{
    public required TaskRow Task { get; init; }

    public required RequestRow Request { get; init; }

    public required RequestContent Content { get; init; }

    /// <summary>All identities of the person at the source.</summary>
    public required IReadOnlyList<SubjectIdentity> Identities { get; init; }

    public required IReadOnlyList<WorkItem> Items { get; init; }

    /// <summary>The task's id, never a person's data.</summary>
    public override string ToString() => $"task {Task.Id}";
}
