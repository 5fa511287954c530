namespace PersonalDataHub.Hub.Requests.Planning;

/// <summary>Why something may not be erased yet.</summary>
/// <param name="Article">The article or section of law.</param>
/// <param name="Reason">In words without personal data.</param>
/// <param name="LiftedBy">What would let it be erased.</param>
internal sealed record ErasureHindrance(string Article, string Reason, string? LiftedBy)
{
    /// <summary>The last day of keeping; null when an event ends it.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Ids of the statements of the notice behind it.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];

    /// <summary>Ids of the blockers that sources' facts can lift; empty when none is among what keeps it.</summary>
    public IReadOnlyList<string> Blockers { get; init; } = [];

    /// <summary>True when a recipient's receipt is among what would let it go: the hub goes on by itself when it comes.</summary>
    public bool AwaitsReceipt { get; init; }

    /// <summary>True when a law is all that is known to keep it, so that the source is asked whether it does and how long.</summary>
    public bool ByLaw { get; init; }

    /// <summary>Whether it may be made anonymous while it cannot be erased.</summary>
    public bool Anonymise { get; init; }

    /// <summary>This one, and another that keeps the same: both are told, and the blockers of both are looked at.</summary>
    public ErasureHindrance And(ErasureHindrance other) => this with
    {
        Reason = $"{Reason} {other.Reason}",
        LiftedBy = LiftedBy is null || other.LiftedBy is null ? LiftedBy ?? other.LiftedBy : $"{LiftedBy}; {other.LiftedBy}",
        Statements = [.. Statements.Concat(other.Statements).Distinct(StringComparer.Ordinal)],
        Blockers = [.. Blockers.Concat(other.Blockers).Distinct(StringComparer.Ordinal)],
        AwaitsReceipt = AwaitsReceipt || other.AwaitsReceipt,
        Anonymise = Anonymise && other.Anonymise,
    };
}
