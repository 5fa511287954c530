namespace PersonalDataHub.Hub.Registers;

/// <summary>How a register handles data subject requests.</summary>
public sealed record RequestPolicy
{
    /// <summary>What holds where the register says nothing: somebody approves erasures, the rest runs at once.</summary>
    public static RequestPolicy Default { get; } = new();

    /// <summary>Whether a person approves the plan of a rectification before it runs.</summary>
    public bool ApproveRectification { get; init; }

    /// <summary>Whether a person approves the plan of a restriction before sources are told; the hub withholds at once.</summary>
    public bool ApproveRestriction { get; init; }

    /// <summary>Whether a person approves the plan that ends a restriction.</summary>
    public bool ApproveLift { get; init; }

    /// <summary>Whether a person approves the plan of an erasure before it runs; default true.</summary>
    public bool ApproveErasure { get; init; } = true;

    /// <summary>Whether Midsummer Eve and Christmas Eve move deadlines, though they are no public holidays.</summary>
    public bool EvesAreHolidays { get; init; }
}
