namespace PersonalDataHub.Connectors.Abstractions;

/// <summary>Asks for one person's records to be restricted or released.</summary>
public sealed record RestrictionRequest
{
    /// <summary>Makes repeats one effect.</summary>
    public required TaskKey Task { get; init; }

    /// <summary>All identities of the person at this source.</summary>
    public required IReadOnlyList<SubjectIdentity> Identities { get; init; }

    /// <summary>The records or fields; each is answered by an item of the result, in the same order.</summary>
    public required IReadOnlyList<RecordTarget> Targets { get; init; }

    /// <summary>True sets the restriction, false lifts it.</summary>
    public required bool Restricted { get; init; }

    /// <summary>Where the source may say that work it took to do later is done; null when the hub takes no calls.</summary>
    public WriteCallback? Callback { get; init; }
}
