using PersonalDataHub.Connectors.Abstractions;
using PersonalDataHub.Connectors.Sql.Reading;

namespace PersonalDataHub.Connectors.Tests.Sql.Reading;

public sealed class ValueReaderTests
{
    private readonly ValueReader helsinki = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Helsinki"));

    [Theory]
    [InlineData("2026-07-01 12:00:00", "2026-07-01T09:00:00Z")]
    [InlineData("2026-01-01T12:00:00.250", "2026-01-01T10:00:00.250Z")]
    [InlineData("2026-01-01 12:00:00+02", "2026-01-01T10:00:00Z")]
    [InlineData("2026-01-01 12:00:00+0530", "2026-01-01T06:30:00Z")]
    [InlineData("2026-01-01 12:00:00-03:00", "2026-01-01T15:00:00Z")]
    [InlineData("2026-01-01T12:00:00Z", "2026-01-01T12:00:00Z")]
    [InlineData("2026-01-01", "2025-12-31T22:00:00Z")]
    [InlineData(1767225600L, "2026-01-01T00:00:00Z")]
    public void TryRead_Should_TellTheMoment_When_WrittenInAnyUsualWay(object raw, string expected)
    {
        helsinki.TryRead(FieldKind.Instant, raw, out var value).ShouldBeTrue();
        value.ShouldBeOfType<InstantValue>().Value.ToUniversalTime().ShouldBe(DateTimeOffset.Parse(expected, null));
    }

    [Theory]
    [InlineData("2026-02-28", "2026-02-28")]
    [InlineData("2026-07-01 22:30:00Z", "2026-07-02")]
    [InlineData("2026-07-01 23:30:00", "2026-07-01")]
    public void TryRead_Should_TellTheDayInTheSourcesZone_When_WrittenAsDateOrMoment(string raw, string expected)
    {
        helsinki.TryRead(FieldKind.Date, raw, out var value).ShouldBeTrue();
        value.ShouldBe(new DateValue(DateOnly.Parse(expected, null)));
    }

    [Theory]
    [InlineData(FieldKind.Date, "2026-02-30")]
    [InlineData(FieldKind.Date, "01/02/2026")]
    [InlineData(FieldKind.Instant, "yesterday")]
    [InlineData(FieldKind.Instant, "12:00")]
    [InlineData(FieldKind.Decimal, "12,30")]
    [InlineData(FieldKind.Decimal, "1e5")]
    [InlineData(FieldKind.Integer, "1.5")]
    [InlineData(FieldKind.Integer, 1.5)]
    [InlineData(FieldKind.Boolean, "maybe")]
    [InlineData(FieldKind.Boolean, 2L)]
    [InlineData(FieldKind.Duration, "a while")]
    public void TryRead_Should_SayNo_When_ContentIsNotOfTheKind(FieldKind kind, object raw)
    {
        helsinki.TryRead(kind, raw, out var value).ShouldBeFalse();
        value.ShouldBeNull();
    }

    [Theory]
    [InlineData(FieldKind.Text, null)]
    [InlineData(FieldKind.Text, "  ")]
    [InlineData(FieldKind.Date, "")]
    [InlineData(FieldKind.Date, "infinity")]
    public void TryRead_Should_TellNothing_When_NothingIsHeld(FieldKind kind, object? raw)
    {
        helsinki.TryRead(kind, raw, out var value).ShouldBeTrue();
        value.ShouldBeNull();
    }

    [Fact]
    public void TryRead_Should_GiveExactDecimals_When_SqliteKeptThemAsBinaryFractions()
    {
        foreach (var cents in Enumerable.Range(0, 10_000))
        {
            var written = cents / 100m;
            helsinki.TryRead(FieldKind.Decimal, (double)written, out var value).ShouldBeTrue();
            value.ShouldBe(new DecimalValue(written));
        }
    }

    [Fact]
    public void TryRead_Should_UnderstandEveryKind_When_ContentIsOfIt()
    {
        Read(FieldKind.Integer, 5L).ShouldBe(new IntegerValue(5));
        Read(FieldKind.Integer, "5").ShouldBe(new IntegerValue(5));
        Read(FieldKind.Boolean, 1L).ShouldBe(new BooleanValue(true));
        Read(FieldKind.Boolean, "f").ShouldBe(new BooleanValue(false));
        Read(FieldKind.Duration, 90L).ShouldBe(new DurationValue(TimeSpan.FromSeconds(90)));
        Read(FieldKind.Duration, "PT1M30S").ShouldBe(new DurationValue(TimeSpan.FromSeconds(90)));
    }

    private FieldValue? Read(FieldKind kind, object raw) => helsinki.TryRead(kind, raw, out var value) ? value : null;
}
