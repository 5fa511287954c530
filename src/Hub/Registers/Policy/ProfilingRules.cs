namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>What holds for profiling (GDPR Art. 4(4), 21, 22).</summary>
public sealed record ProfilingRules
{
    /// <summary>Nothing declared: profiling is refused.</summary>
    public static ProfilingRules Undeclared { get; } = new();

    /// <summary>Whether the register profiles at all.</summary>
    public bool Declared { get; init; }

    /// <summary>Ids of the only purposes a profile may be used for.</summary>
    public IReadOnlyList<string> Purposes { get; init; } = [];

    /// <summary>The identity kind through which data is combined; null for none.</summary>
    public string? Identifier { get; init; }

    /// <summary>Whether profiles of persons may be compared.</summary>
    public bool Comparison { get; init; }

    /// <summary>Ids of the statements behind it.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];
}
