using FsCheck;
using FsCheck.Fluent;
using PersonalDataHub.Hub.Requests.Deadlines;

namespace PersonalDataHub.Hub.Tests.Requests.Deadlines;

/// <summary>What holds of the deadline of every request from 1925 to 2199.</summary>
public sealed class DeadlinePropertyTests
{
    private static readonly DateTimeOffset start = new(1925, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly int minutes = (int)(new DateTimeOffset(2199, 9, 1, 0, 0, 0, TimeSpan.Zero) - start).TotalMinutes;

    [Fact]
    public void DeadlineOf_Should_KeepItsOrder_When_ReceivedAtAnyTime() => Prop
        .ForAll(Gen.Choose(0, minutes).ToArbitrary(), Gen.Elements(true, false).ToArbitrary(), Holds)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(20261102, 7));

    private static bool Holds(int minute, bool eves)
    {
        var calendar = new DeadlineCalendar(eves);
        var receivedAt = start.AddMinutes(minute);
        var deadline = new DeadlineRules(calendar).DeadlineOf(receivedAt, extensionToldAt: receivedAt.AddDays(1));
        return new[] { deadline.OneMonth!, deadline.ThreeMonths! }.All(period =>
                calendar.IsWorkingDay(period.Due)
                && period.Due >= period.Unrolled
                && calendar.IsWorkingDay(period.InternalTarget)
                && period.InternalTarget <= period.Unrolled
                && DeadlineRules.DayOf(period.EndsAt.AddTicks(-1)) == period.Due
                && DeadlineRules.DayOf(period.EndsAt) == period.Due.AddDays(1))
            && deadline.OneMonth!.Unrolled.Day <= deadline.ReceivedOn.Day
            && deadline.Steps[^1].To == deadline.Applicable!.Due;
    }
}
