using System.Globalization;
using PersonalDataHub.Hub.Requests.Deadlines;

namespace PersonalDataHub.Hub.Tests.Requests.Deadlines;

public sealed class DeadlineRulesTests
{
    private static readonly DeadlineRules byLaw = new(new DeadlineCalendar());
    private static readonly DeadlineRules withEves = new(new DeadlineCalendar(EvesAreHolidays: true));

    [Theory]
    [InlineData("Thu 2026-03-05", "Sun 2026-04-05", "Tue 2026-04-07", "Tue 2026-04-07", "Fri 2026-06-05", "Fri 2026-06-05")]
    [InlineData("Tue 2026-03-03", "Fri 2026-04-03", "Tue 2026-04-07", "Tue 2026-04-07", "Wed 2026-06-03", "Wed 2026-06-03")]
    [InlineData("Wed 2026-04-01", "Fri 2026-05-01", "Mon 2026-05-04", "Mon 2026-05-04", "Wed 2026-07-01", "Wed 2026-07-01")]
    [InlineData("Tue 2026-04-14", "Thu 2026-05-14", "Fri 2026-05-15", "Fri 2026-05-15", "Tue 2026-07-14", "Tue 2026-07-14")]
    [InlineData("Tue 2026-05-19", "Fri 2026-06-19", "Fri 2026-06-19", "Mon 2026-06-22", "Wed 2026-08-19", "Wed 2026-08-19")]
    [InlineData("Wed 2026-05-20", "Sat 2026-06-20", "Mon 2026-06-22", "Mon 2026-06-22", "Thu 2026-08-20", "Thu 2026-08-20")]
    [InlineData("Mon 2026-08-31", "Wed 2026-09-30", "Wed 2026-09-30", "Wed 2026-09-30", "Mon 2026-11-30", "Mon 2026-11-30")]
    [InlineData("Fri 2026-01-30", "Sat 2026-02-28", "Mon 2026-03-02", "Mon 2026-03-02", "Thu 2026-04-30", "Thu 2026-04-30")]
    [InlineData("Sat 2026-01-31", "Sat 2026-02-28", "Mon 2026-03-02", "Mon 2026-03-02", "Thu 2026-04-30", "Thu 2026-04-30")]
    [InlineData("Mon 2028-01-31", "Tue 2028-02-29", "Tue 2028-02-29", "Tue 2028-02-29", "Sun 2028-04-30", "Tue 2028-05-02")]
    [InlineData("Fri 2026-11-06", "Sun 2026-12-06", "Mon 2026-12-07", "Mon 2026-12-07", "Sat 2027-02-06", "Mon 2027-02-08")]
    [InlineData("Tue 2026-11-24", "Thu 2026-12-24", "Thu 2026-12-24", "Mon 2026-12-28", "Wed 2027-02-24", "Wed 2027-02-24")]
    [InlineData("Wed 2026-11-25", "Fri 2026-12-25", "Mon 2026-12-28", "Mon 2026-12-28", "Thu 2027-02-25", "Thu 2027-02-25")]
    [InlineData("Tue 2026-12-01", "Fri 2027-01-01", "Mon 2027-01-04", "Mon 2027-01-04", "Mon 2027-03-01", "Mon 2027-03-01")]
    [InlineData("Sun 2026-12-06", "Wed 2027-01-06", "Thu 2027-01-07", "Thu 2027-01-07", "Sat 2027-03-06", "Mon 2027-03-08")]
    [InlineData("Sat 2026-10-31", "Mon 2026-11-30", "Mon 2026-11-30", "Mon 2026-11-30", "Sun 2027-01-31", "Mon 2027-02-01")]
    [InlineData("Fri 2027-02-26", "Fri 2027-03-26", "Tue 2027-03-30", "Tue 2027-03-30", "Wed 2027-05-26", "Wed 2027-05-26")]
    [InlineData("Sat 2028-01-29", "Tue 2028-02-29", "Tue 2028-02-29", "Tue 2028-02-29", "Sat 2028-04-29", "Tue 2028-05-02")]
    [InlineData("Tue 2028-02-29", "Wed 2028-03-29", "Wed 2028-03-29", "Wed 2028-03-29", "Mon 2028-05-29", "Mon 2028-05-29")]
    public void DeadlineOf_Should_EndOnAWorkingDay_When_MonthsAreCounted(
        string received, string unrolled, string due, string dueWithEves, string extendedUnrolled, string extendedDue)
    {
        // arrange
        var receivedAt = Noon(received);

        // act
        var deadline = byLaw.DeadlineOf(receivedAt);

        // assert
        deadline.OneMonth.ShouldNotBeNull().Unrolled.ShouldBe(Day(unrolled));
        deadline.OneMonth.Due.ShouldBe(Day(due));
        withEves.DeadlineOf(receivedAt).OneMonth!.Due.ShouldBe(Day(dueWithEves));
        deadline.ThreeMonths.ShouldNotBeNull().Unrolled.ShouldBe(Day(extendedUnrolled));
        deadline.ThreeMonths.Due.ShouldBe(Day(extendedDue));
    }

    [Theory]
    [InlineData("2026-04-14", "2026-05-13", "2026-07-14")]
    [InlineData("2026-03-05", "2026-04-02", "2026-06-05")]
    [InlineData("2026-01-31", "2026-02-27", "2026-04-28")]
    [InlineData("2026-11-06", "2026-12-04", "2027-02-05")]
    public void DeadlineOf_Should_AimAtAWorkingDayBefore_When_TheMonthEndsOnNone(string received, string target, string extendedTarget)
    {
        var deadline = byLaw.DeadlineOf(Noon(received));

        deadline.OneMonth!.InternalTarget.ShouldBe(Day(target));
        deadline.ThreeMonths!.InternalTarget.ShouldBe(Day(extendedTarget));
    }

    [Theory]
    [InlineData("2026-11-02T23:59:59+02:00", "2026-11-02")]
    [InlineData("2026-11-03T00:00:00+02:00", "2026-11-03")]
    [InlineData("2026-11-02T21:59:59Z", "2026-11-02")]
    [InlineData("2026-11-02T22:00:00Z", "2026-11-03")]
    [InlineData("2026-12-31T22:30:00Z", "2027-01-01")]
    [InlineData("2026-03-28T23:59:59+02:00", "2026-03-28")]
    [InlineData("2026-03-29T20:59:59Z", "2026-03-29")]
    [InlineData("2026-03-29T21:00:00Z", "2026-03-30")]
    [InlineData("2026-10-24T20:59:59Z", "2026-10-24")]
    [InlineData("2026-10-25T21:59:59Z", "2026-10-25")]
    [InlineData("2026-11-02T17:00:00-05:00", "2026-11-03")]
    public void DeadlineOf_Should_CountFromTheDayInFinland_When_ReceivedAroundMidnight(string received, string day)
    {
        var deadline = byLaw.DeadlineOf(Moment(received));

        deadline.ReceivedOn.ShouldBe(Day(day));
        deadline.CountedFrom.ShouldBe(Day(day));
    }

    [Theory]
    [InlineData("2026-02-27T23:59:59+02:00", "2026-03-28T00:00:00+02:00")]
    [InlineData("2026-03-02T23:59:59+02:00", "2026-04-03T00:00:00+03:00")]
    [InlineData("2026-09-24T23:59:59+03:00", "2026-10-27T00:00:00+02:00")]
    public void DeadlineOf_Should_EndWithTheDayInFinland_When_TheClocksChangeInBetween(string received, string end)
    {
        var deadline = byLaw.DeadlineOf(Moment(received));

        deadline.OneMonth!.EndsAt.EqualsExact(Moment(end)).ShouldBeTrue($"{deadline.OneMonth.EndsAt:O}");
    }

    [Fact]
    public void DeadlineOf_Should_Extend_When_ThePersonIsToldBeforeTheEnd()
    {
        // arrange
        var end = Moment("2026-12-03T00:00:00+02:00");

        // act
        var inTime = byLaw.DeadlineOf(Noon("2026-11-02"), extensionToldAt: end.AddSeconds(-1));
        var tooLate = byLaw.DeadlineOf(Noon("2026-11-02"), extensionToldAt: end);

        // assert
        inTime.ExtensionPossibleUntil.ShouldBe(end);
        inTime.Applicable.ShouldBe(inTime.ThreeMonths);
        inTime.Applicable!.Due.ShouldBe(Day("2027-02-02"));
        tooLate.Applicable!.Due.ShouldBe(Day("2026-12-02"));
        tooLate.Steps[^1].ShouldBe(new(DeadlineReason.ExtensionTooLate, Day("2026-12-03"), Day("2026-12-02")));
    }

    [Fact]
    public void Steps_Should_ShowEveryDayPassed_When_TheMonthEndsOnGoodFriday()
    {
        var steps = byLaw.DeadlineOf(Noon("2026-03-03")).Steps;

        steps.ShouldBe(
        [
            new(DeadlineReason.DayNotCounted, Day("2026-03-03"), Day("2026-03-04")),
            new(DeadlineReason.OneMonth, Day("2026-03-03"), Day("2026-04-03")),
            new(DeadlineReason.RolledOverHoliday, Day("2026-04-03"), Day("2026-04-04"), FinnishHoliday.GoodFriday),
            new(DeadlineReason.RolledOverWeekend, Day("2026-04-04"), Day("2026-04-05")),
            new(DeadlineReason.RolledOverHoliday, Day("2026-04-05"), Day("2026-04-06"), FinnishHoliday.EasterSunday),
            new(DeadlineReason.RolledOverHoliday, Day("2026-04-06"), Day("2026-04-07"), FinnishHoliday.EasterMonday),
        ]);
    }

    [Fact]
    public void Steps_Should_ReadAsEnglishWithTheirLaw_When_AShortMonthIsExtended()
    {
        var steps = byLaw.DeadlineOf(Noon("2026-01-31"), extensionToldAt: Noon("2026-02-20")).Steps;

        steps.Select(step => $"{step.Text} [{step.LegalSource}]").ShouldBe(
        [
            "Sat 2026-01-31 is not counted; the period begins on Sun 2026-02-01. [Regulation (EEC, Euratom) 1182/71 Art. 3(1)]",
            "One month from Sat 2026-01-31 is Sat 2026-02-28. [GDPR Art. 12(3); Regulation (EEC, Euratom) 1182/71 Art. 3(2)(c)]",
            "The month has no such day: its last, Sat 2026-02-28, counts. [Regulation (EEC, Euratom) 1182/71 Art. 3(2)(c)]",
            "Sat 2026-02-28 is no working day: on to Sun 2026-03-01. [Regulation (EEC, Euratom) 1182/71 Art. 3(4)]",
            "Sun 2026-03-01 is no working day: on to Mon 2026-03-02. [Regulation (EEC, Euratom) 1182/71 Art. 3(4)]",
            "Extended by two further months: three months from Sat 2026-01-31 is Thu 2026-04-30. [GDPR Art. 12(3); Regulation (EEC, Euratom) 1182/71 Art. 3(2)(c)]",
            "The month has no such day: its last, Thu 2026-04-30, counts. [Regulation (EEC, Euratom) 1182/71 Art. 3(2)(c)]",
        ]);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text[^10..], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset Noon(string day) => Moment($"{day[^10..]}T12:00:00+02:00");
}
