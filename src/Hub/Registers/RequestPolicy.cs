namespace PersonalDataHub.Hub.Registers;

/// <summary>How a register handles data subject requests.</summary>
public sealed record RequestPolicy
{
    /// <summary>What holds where the register says nothing: somebody approves erasures, the rest runs at once.</summary>
    public static RequestPolicy Default { get; } = new();

    /// <summary>Who approves the plan of a rectification before it runs; default nobody.</summary>
    public ApprovalRule ApproveRectification { get; init; }

    /// <summary>Who approves the plan of a restriction before sources are told; the hub withholds at once. Default nobody.</summary>
    public ApprovalRule ApproveRestriction { get; init; }

    /// <summary>Who approves the plan that ends a restriction; default nobody.</summary>
    public ApprovalRule ApproveLift { get; init; }

    /// <summary>Who approves the plan of an erasure before it runs; default an officer.</summary>
    public ApprovalRule ApproveErasure { get; init; } = ApprovalRule.Required;

    /// <summary>Whether Midsummer Eve and Christmas Eve move deadlines, though they are no public holidays.</summary>
    public bool EvesAreHolidays { get; init; }
}
