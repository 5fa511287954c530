using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Tests.Registers.Policy;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("P14D", "2026-12-18", "2027-01-01")]
    [InlineData("P14D", "2026-02-14", "2026-02-28")]
    [InlineData("P3M", "2026-11-30", "2027-02-28")]
    [InlineData("P1Y", "2028-02-29", "2029-02-28")]
    [InlineData("P1Y6M", "2026-08-31", "2028-02-29")]
    public void After_Should_CountCalendarTime_When_MonthsAreShort(string period, string day, string after)
    {
        var parsed = Period.Parse(period).ShouldNotBeNull();

        parsed.After(DateOnly.Parse(day)).ShouldBe(DateOnly.Parse(after));
        parsed.ToString().ShouldBe(period);
    }

    [Theory]
    [InlineData("P")]
    [InlineData("P0D")]
    [InlineData("PT5H")]
    [InlineData("6Y")]
    [InlineData("P-1Y")]
    [InlineData("P1.5Y")]
    [InlineData("")]
    public void Parse_Should_ReturnNull_When_ItIsNoPeriod(string text) => Period.Parse(text).ShouldBeNull();
}
