using PersonalDataHub.Hub.Registers.Retention;
using PersonalDataHub.Hub.Tests.Registers.Retention;

namespace PersonalDataHub.Hub.Tests.Registers.Packs;

/// <summary>How long the telecom operator's pack lets call traffic data stay (Act 917/2014 ss. 137, 139).</summary>
public sealed class TrafficDataTests
{
    private static readonly DateOnly today = new(2026, 11, 21);

    [Theory]
    [InlineData("2026-11-14", "2026-10-03", "2027-02-14")]
    [InlineData("2026-01-31", "2026-02-10", "2026-05-10")]
    [Requirement("S3-62")]
    public void Of_Should_KeepThreeMonthsFromTheLaterDay_When_TheCallStandsOnABill(string due, string recorded, string through)
    {
        var end = EndOf(Event(("dueOn", due), ("startedAt", recorded)));

        (end.Standing, end.KeptThrough, end.Rule).ShouldBe((RetentionStanding.Ends, DateOnly.Parse(through), "traffic-for-billing"));
        end.Law.ShouldBe("Act on Electronic Communications Services 917/2014 s. 139");
    }

    [Fact]
    public void Of_Should_SayThatItIsNotKnown_When_TheBillIsNotMade()
    {
        var end = EndOf(Event(("startedAt", "2026-10-03")));

        (end.Standing, end.Rule).ShouldBe((RetentionStanding.NotKnown, "traffic-for-billing"));
    }

    [Fact]
    public void Of_Should_KeepNoLongerThanFaultsAreLookedInto_When_ItStandsOnNoBill()
    {
        var end = EndOf(Event(("startedAt", "2026-10-03")) with { Denied = new HashSet<string> { "billed" } });

        (end.Standing, end.EraseFrom, end.Rule).ShouldBe((RetentionStanding.Ends, new DateOnly(2027, 1, 3), "traffic-for-faults"));
    }

    private static KeptData Event(params (string Field, string Day)[] dates) =>
        Retained.Data("trafficEvent", "traffic", dates) with { Source = "call-traffic", Field = "duration" };

    private static RetentionEnd EndOf(KeptData data) => RetentionArithmetic.Of(Packs.Of("telecom"), data, Retained.InForce, today);
}
