using PersonalDataHub.RequirementCoverage;

namespace PersonalDataHub.Architecture.Tests;

public sealed class RequirementCoverageTests
{
    private static readonly Coverage coverage =
        new(RequirementList.Read(), ClaimReader.Read(Path.Combine(Repository.Root, "tests")));

    [Fact]
    public void Read_Should_KnowEveryPromiseOnce_When_TheListIsRead()
    {
        coverage.Requirements.Count.ShouldBe(304);
        coverage.Requirements.Select(requirement => requirement.Id).ShouldBeUnique();
        coverage.Requirements.GroupBy(requirement => requirement.Register).Select(group => (group.Key, group.Count()))
            .ShouldBe([("S0", 58), ("S1", 58), ("S2", 76), ("S3", 65), ("S4", 47)]);
    }

    [Fact]
    public void Unknown_Should_BeEmpty_When_TestsClaimRequirements() =>
        coverage.Unknown.Select(claim => $"tests/{claim.File}:{claim.Line}: {claim.Id}").ShouldBeEmpty();

    [Fact]
    public void Page_Should_BeUpToDate_When_TestsClaimRequirements() =>
        CoverageTable.Page(coverage).ShouldBe(
            Repository.Read("docs/requirements.md"), "run dotnet run --project tests/RequirementCoverage -- --write");

    [Fact]
    public void Unknown_Should_NameTheClaim_When_NoRequirementHasItsId()
    {
        var wrong = "S9-" + "01";
        var claims = ClaimReader.OfText("Some.cs", $"[Fact]\n    [Requirement(\"S0-28\"), Requirement(\"{wrong}\")]\n    // [Requirement(\"S0-29\")]\n");

        var planted = new Coverage(RequirementList.Read(), claims);

        planted.Unknown.ShouldBe([new Claim(wrong, "Some.cs", 2)]);
        planted.Requirements.Where(planted.IsMet).Select(requirement => requirement.Id).ShouldBe(["S0-28"]);
        CoverageTable.Summary(planted).ShouldContain("| DATA | 1 of 12 |");
    }
}
