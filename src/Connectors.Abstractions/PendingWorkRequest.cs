namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>Asks what has become of work that a source took.</summary>
public sealed record PendingWorkRequest
{
    /// <summary>The task under which the work was asked for.</summary>
    public required TaskKey Task { get; init; }

    /// <summary>All identities of the person at this source.</summary>
    public required IReadOnlyList<SubjectIdentity> Identities { get; init; }

    /// <summary>The source's own tokens (<see cref="WritePending.Token"/>); each is answered by an item of the result, in the same order.</summary>
    public required IReadOnlyList<string> Tokens { get; init; }
}
