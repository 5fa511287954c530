using System.Globalization;
using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Hub.Connectors;

namespace PersonalDataHub.Hub.Tests.Connectors;

public sealed class SourceHoursTests
{
    private static readonly DayOfWeek[] weekdays =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    // 2026-11-02 is a Monday; Helsinki is two hours ahead of UTC in winter, three in summer.
    [Theory]
    [InlineData("22:00", "04:00", "2026-11-02T12:00Z", "2026-11-02T20:00Z")]
    [InlineData("22:00", "04:00", "2026-11-02T21:00Z", "2026-11-02T21:00Z")]
    [InlineData("22:00", "04:00", "2026-11-03T01:59Z", "2026-11-03T01:59Z")]
    [InlineData("22:00", "04:00", "2026-11-03T02:00Z", "2026-11-03T20:00Z")]
    [InlineData("22:00", "04:00", "2026-11-07T01:00Z", "2026-11-07T01:00Z")]
    [InlineData("22:00", "04:00", "2026-11-07T21:00Z", "2026-11-09T20:00Z")]
    [InlineData("08:00", "16:00", "2026-11-06T14:00Z", "2026-11-09T06:00Z")]
    [InlineData("08:00", "16:00", "2026-07-06T04:00Z", "2026-07-06T05:00Z")]
    public void OpenFrom_Should_BeTheNextOpening_When_TheSourceHasHours(string opens, string closes, string now, string expected)
    {
        var descriptor = new SourceDescriptor
        {
            RecordTypes = [],
            Accepts = [],
            AvailabilityWindows = [new(weekdays, TimeOnly.Parse(opens, CultureInfo.InvariantCulture), TimeOnly.Parse(closes, CultureInfo.InvariantCulture), "Europe/Helsinki")],
        };

        SourceHours.OpenFrom(descriptor, Moment(now)).ShouldBe(Moment(expected));
    }

    [Fact]
    public void OpenFrom_Should_BeNow_When_TheSourceSaysNothing()
    {
        SourceHours.OpenFrom(new() { RecordTypes = [], Accepts = [] }, Moment("2026-11-02T12:00Z")).ShouldBe(Moment("2026-11-02T12:00Z"));
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
