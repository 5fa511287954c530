using PersonalDataHub.Architecture.Tests.Planted.Near;

namespace PersonalDataHub.Architecture.Tests.Scanning;

/// <summary>Shows that the scan finds what the other tests rely on it to find.</summary>
public sealed class AssemblyScanTests
{
    private const string Far = "PersonalDataHub.Architecture.Tests.Planted.Far.Forbidden";
    private static readonly AssemblyScan scan = AssemblyScan.Of(typeof(AssemblyScanTests).Assembly.Location);

    [Theory]
    [InlineData(typeof(ByInheritance))]
    [InlineData(typeof(ByField))]
    [InlineData(typeof(IBySignature))]
    [InlineData(typeof(ByConstraint<>))]
    [InlineData(typeof(ByAttribute))]
    [InlineData(typeof(ByCall))]
    [InlineData(typeof(ByLambda))]
    [InlineData(typeof(ByAwaiting))]
    [InlineData(typeof(BehindSwitch))]
    [InlineData(typeof(ByTypeOf))]
    [InlineData(typeof(ByCast))]
    [InlineData(typeof(ByGenericCall))]
    [InlineData(typeof(ByCatch))]
    public void Types_Should_HoldTheUse_When_AViolationIsPlanted(Type user)
    {
        scan.Types.ShouldContain(use => use.User == user.FullName && use.Used.StartsWith(Far, StringComparison.Ordinal));
    }

    [Fact]
    public void Types_Should_HoldNothing_When_TheTypeIsInnocent()
    {
        scan.Types.ShouldNotContain(use => use.User == typeof(Innocent).FullName && use.Used.StartsWith(Far, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(typeof(ByCall))]
    [InlineData(typeof(ByLambda))]
    [InlineData(typeof(BehindSwitch))]
    public void Members_Should_HoldTheCall_When_AViolationIsPlanted(Type user)
    {
        scan.Members.ShouldContain(new MemberUse(user.FullName!, Far, "Call"));
    }

    [Fact]
    public void Rooms_Should_NameTheViolation_When_ANamespaceUsesAnotherThatItMayNot()
    {
        var violations = Rooms.Violations(
            scan, "PersonalDataHub.Architecture.Tests.Planted", new Dictionary<string, string[]> { ["Near"] = [], ["Far"] = [] });

        violations.Count.ShouldBe(13);
        violations.ShouldContain($"{typeof(ByCall).FullName} uses {Far}");
    }

    [Fact]
    public void Rooms_Should_NameNothing_When_TheUseIsAllowed()
    {
        var violations = Rooms.Violations(
            scan, "PersonalDataHub.Architecture.Tests.Planted", new Dictionary<string, string[]> { ["Near"] = ["Far"], ["Far"] = [] });

        violations.ShouldBeEmpty();
    }
}
