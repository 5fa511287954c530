namespace PersonalDataHub.RequirementCoverage;

/// <summary>Which requirements tests claim to be met.</summary>
public sealed class Coverage(IReadOnlyList<Requirement> requirements, IReadOnlyList<Claim> claims)
{
    private readonly ILookup<string, Claim> claimsOf = claims.ToLookup(claim => claim.Id);

    public IReadOnlyList<Requirement> Requirements { get; } = requirements;

    /// <summary>Claims of ids that no requirement has.</summary>
    public IReadOnlyList<Claim> Unknown { get; } =
        [.. claims.Where(claim => requirements.All(requirement => requirement.Id != claim.Id))];

    /// <summary>How many requirements are met.</summary>
    public int Met => Requirements.Count(IsMet);

    public bool IsMet(Requirement requirement) => claimsOf.Contains(requirement.Id);

    /// <summary>The files of the tests that show it, each once.</summary>
    public IReadOnlyList<string> TestsOf(Requirement requirement) =>
        [.. claimsOf[requirement.Id].Select(claim => claim.File).Distinct()];
}
