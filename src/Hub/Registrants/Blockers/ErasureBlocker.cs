using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Registrants.Blockers;

/// <summary>How one of a register's erasure blockers stands for one person, as its sources told.</summary>
public sealed record ErasureBlocker
{
    /// <summary>The id of the rule in the register's policy pack.</summary>
    public required string Rule { get; init; }

    /// <summary>What it is.</summary>
    public required BlockerKind Kind { get; init; }

    /// <summary>What it is, for people.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it holds.</summary>
    public required BlockerState State { get; init; }

    /// <summary>Why that is not known; no personal data. Null when it is known.</summary>
    public string? NotKnownBecause { get; init; }

    /// <summary>The fact that makes it hold; null for a rule that no fact can lift.</summary>
    public string? Fact { get; init; }

    /// <summary>The moment that matters, as the sources tell it: last due date, end of contract, opening of a case.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>What would lift it.</summary>
    public required string LiftedBy { get; init; }

    /// <summary>The article or section of law.</summary>
    public required string Article { get; init; }

    /// <summary>Ids of the statements of the notice behind it.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];

    /// <summary>Ids of the sources that told it.</summary>
    public IReadOnlyList<string> ToldBy { get; init; } = [];

    /// <summary>True while it keeps data: it holds, or is not known not to.</summary>
    public bool Keeps => State != BlockerState.DoesNotHold;
}
