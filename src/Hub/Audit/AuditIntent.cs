namespace PersonalDataHub.Hub.Audit;

/// <summary>Who is about to see or change what, for which purpose. Names, ids and tokens; never a value.</summary>
public sealed record AuditIntent
{
    /// <summary>The name of the caller.</summary>
    public required string Actor { get; init; }

    public required string Role { get; init; }

    /// <summary>The id of the register; null for what touches none.</summary>
    public string? Register { get; init; }

    public string? Purpose { get; init; }

    /// <summary>What is done: <c>findRegistrant</c>, <c>unmask</c>, <c>confirmIdentityLink</c> …</summary>
    public required string Operation { get; init; }

    /// <summary>What <see cref="AuditTrail.TokenOf"/> gives for the registrant, when already known.</summary>
    public string? RegistrantToken { get; init; }

    /// <summary>The sources that will be asked, as far as known.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>The names of the fields asked for.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>The id of the data subject request it serves, when there is one.</summary>
    public string? RequestId { get; init; }
}
