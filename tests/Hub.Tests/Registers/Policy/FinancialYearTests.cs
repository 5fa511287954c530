using PersonalDataHub.Hub.Registers.Policy;

namespace PersonalDataHub.Hub.Tests.Registers.Policy;

public sealed class FinancialYearTests
{
    [Theory]
    [InlineData("06-30", "2026-06-30", "2026-06-30")]
    [InlineData("06-30", "2026-07-01", "2027-06-30")]
    [InlineData("12-31", "2026-01-01", "2026-12-31")]
    [InlineData("02-29", "2026-02-28", "2026-02-28")]
    [InlineData("02-29", "2027-03-01", "2028-02-29")]
    public void EndOf_Should_FindTheEndOfTheYear_When_ADayLiesInIt(string ends, string day, string end)
    {
        var year = FinancialYear.Parse(ends).ShouldNotBeNull();

        year.EndOf(DateOnly.Parse(day)).ShouldBe(DateOnly.Parse(end));
        year.ToString().ShouldBe(ends);
    }

    [Theory]
    [InlineData("13-01")]
    [InlineData("02-30")]
    [InlineData("June")]
    public void Parse_Should_ReturnNull_When_ThereIsNoSuchDay(string text) => FinancialYear.Parse(text).ShouldBeNull();
}
