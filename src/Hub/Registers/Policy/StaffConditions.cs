namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>What must hold of a person who works with the register's data.</summary>
public sealed record StaffConditions
{
    /// <summary>A user account of one's own.</summary>
    public bool PersonalAccount { get; init; }

    /// <summary>A signed undertaking of secrecy.</summary>
    public bool Undertaking { get; init; }

    /// <summary>Training that is recorded.</summary>
    public bool Training { get; init; }

    /// <summary>The employer is recorded.</summary>
    public bool Employer { get; init; }

    /// <summary>Granting and removing access follows a recorded process.</summary>
    public bool GrantProcess { get; init; }

    /// <summary>Kinds of users, such as <c>employee</c>, <c>practitioner</c>, <c>partner</c>.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Ids of the statements behind it.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];
}
