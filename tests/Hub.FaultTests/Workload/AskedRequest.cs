namespace PersonalDataHub.Hub.FaultTests.Workload;

/// <summary>One request that a client makes, and insists on until it is answered.</summary>
/// <param name="Key">The client's request key.</param>
/// <param name="Kind">What is asked.</param>
/// <param name="Person">The customer number.</param>
internal sealed record AskedRequest(string Key, RequestKind Kind, string Person)
{
    /// <summary>The family name that a rectification asks for.</summary>
    public string? NewName { get; init; }

    /// <summary>The sources that have a share in it; null where that depends on what came before.</summary>
    public IReadOnlyList<string>? Shares { get; init; }
}
