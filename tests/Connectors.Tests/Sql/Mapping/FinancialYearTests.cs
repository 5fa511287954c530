using System.Globalization;
using PersonalDataHub.Connectors.Sql.Mapping;

namespace PersonalDataHub.Connectors.Tests.Sql.Mapping;

public sealed class FinancialYearTests
{
    [Theory]
    [InlineData("04-30", "2017-04-30", "2023-12-31")]
    [InlineData("03-31", "2024-03-31", "2030-12-31")]
    [InlineData("12-31", "2025-12-31", "2031-12-31")]
    [InlineData("06-30", "2026-06-30", "2032-12-31")]
    [InlineData("12-31", "2026-12-31", "2032-12-31")]
    [InlineData("06-30", "2026-07-15", "2033-12-31")]
    [InlineData("06-30", "2026-07-01", "2033-12-31")]
    [InlineData("12-31", "2026-01-01", "2032-12-31")]
    [InlineData("02-29", "2026-02-28", "2032-12-31")]
    [InlineData("02-29", "2026-03-01", "2033-12-31")]
    public void KeptUntil_Should_CountFromTheCalendarYearOfTheFinancialYearsEnd_When_VouchersAreKeptSixYears(
        string ends, string day, string until) =>
        FinancialYear.Parse(ends).ShouldNotBeNull().KeptUntil(Date(day), 6).ShouldBe(Date(until));

    [Theory]
    [InlineData("31-12")]
    [InlineData("02-30")]
    [InlineData("12")]
    [InlineData("December")]
    public void Parse_Should_FindNoDay_When_TextIsNone(string text) => FinancialYear.Parse(text).ShouldBeNull();

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
