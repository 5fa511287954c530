namespace PersonalDataHub.Hub.Registers.Policy;

/// <summary>Why a register may hold personal identity codes; a register without one may not.</summary>
/// <param name="Ground">The ground in law.</param>
/// <param name="Explanation">How the register's business meets it.</param>
/// <param name="Statements">Ids of the statements behind it.</param>
public sealed record IdentityCodeRule(IdentityCodeGround Ground, LocalText Explanation, IReadOnlyList<string> Statements)
{
    /// <summary>The section of law.</summary>
    public string Article => "Data Protection Act 1050/2018 s. 29";
}
