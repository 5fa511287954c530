using PersonalDataHub.Hub.Registers.Policy;
using PersonalDataHub.Hub.Registers.Retention;

namespace PersonalDataHub.Hub.Tests.Registers.Retention;

[Requirement("S0-29")]
public sealed class RelationshipReckoningTests
{
    private static readonly RelationshipRule twoYears = new(Period.Parse("P2Y"), new("Luvut", "Figures"), []);
    private static readonly SourceContact crm = new("crm", LastContact: new(2023, 5, 1));

    [Fact]
    public void Of_Should_TakeTheLatestContactOfAll_When_SourcesDiffer()
    {
        var standing = RelationshipReckoning.Of(twoYears, [crm, new("billing", LastContact: new(2024, 8, 1)), new("web")], Retained.Today);

        standing.Status.ShouldBe(RelationshipStatus.Ended);
        standing.EndsOn.ShouldBe(new DateOnly(2026, 8, 1));
        standing.Steps.ShouldBe(
        [
            "crm: latest contact 2023-05-01.",
            "billing: latest contact 2024-08-01.",
            "web: no contact.",
            "The latest of all is 2024-08-01; P2Y later the relationship counts as ended: 2026-08-01.",
        ]);
    }

    [Fact]
    public void Of_Should_GoOn_When_OneSourceHadContactLately() =>
        RelationshipReckoning.Of(twoYears, [crm, new("recordings", LastContact: new(2025, 1, 2)), new("billing", Missing: "it is down.")], Retained.Today)
            .ShouldSatisfyAllConditions(
                standing => standing.Status.ShouldBe(RelationshipStatus.InForce),
                standing => standing.EndsOn.ShouldBe(new DateOnly(2027, 1, 2)));

    [Fact]
    public void Of_Should_NeverSayEnded_When_ASourceDidNotAnswer()
    {
        var standing = RelationshipReckoning.Of(twoYears, [crm, new("billing", Missing: "it is down.")], Retained.Today);

        standing.Status.ShouldBe(RelationshipStatus.NotKnown);
        standing.EndsOn.ShouldBeNull();
        standing.Steps[^1].ShouldBe("billing may know of a later one and did not tell: whether it has ended is not known.");
    }

    [Fact]
    public void Of_Should_GoOn_When_AContractIsInForceAnywhere() =>
        RelationshipReckoning.Of(twoYears, [crm, new("billing", ContractInForce: true)], Retained.Today).Status.ShouldBe(RelationshipStatus.InForce);

    [Fact]
    public void Of_Should_EndWithTheContract_When_TheControllerSetNoThreshold() =>
        RelationshipReckoning.Of(
            null, [new("clients", ContractInForce: false, ContractEnds: new(2026, 11, 6)), new("billing", LastContact: new(2026, 11, 15))], Retained.Today)
            .EndsOn.ShouldBe(new DateOnly(2026, 11, 6));

    [Fact]
    public void Of_Should_NotKnow_When_NoSourceTellsOfAnything() =>
        RelationshipReckoning.Of(twoYears, [new("web")], Retained.Today).Status.ShouldBe(RelationshipStatus.NotKnown);

    [Theory]
    [InlineData("P1Y", RelationshipStatus.Ended)]
    [InlineData("P4Y", RelationshipStatus.InForce)]
    public void Of_Should_FollowTheControllersThreshold_When_ItIsSetOtherwise(string threshold, RelationshipStatus status) =>
        RelationshipReckoning.Of(twoYears with { Threshold = Period.Parse(threshold) }, [crm], Retained.Today).Status.ShouldBe(status);
}
