namespace PersonalDataHub.RequirementCoverage;

/// <summary>One thing that a register's privacy notice promises.</summary>
/// <param name="Id">Its id, such as <c>S0-28</c>: the register, then its place.</param>
/// <param name="Tag">What it is about, such as <c>RET</c>.</param>
/// <param name="Summary">What it asks for, in short.</param>
public sealed record Requirement(string Id, string Tag, string Summary)
{
    /// <summary>The register's mark: <c>S0</c> to <c>S4</c>.</summary>
    public string Register => Id[..2];
}
