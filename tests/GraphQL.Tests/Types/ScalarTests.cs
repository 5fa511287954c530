using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Tests.Types;

public sealed class ScalarTests
{
    private static readonly Dictionary<string, ScalarType> Scalars =
        SpecifiedScalars.All.Concat(ExtendedScalars.All).ToDictionary(s => s.Name);

    [Theory]
    [InlineData("Int", ScalarLiteralKind.Integer, "-2147483648", "-2147483648")]
    [InlineData("Float", ScalarLiteralKind.Integer, "3", "3")]
    [InlineData("Float", ScalarLiteralKind.Float, "1e3", "1000")]
    [InlineData("ID", ScalarLiteralKind.Integer, "7", "7")]
    [InlineData("Boolean", ScalarLiteralKind.Boolean, "true", "True")]
    [InlineData("Long", ScalarLiteralKind.Integer, "9223372036854775807", "9223372036854775807")]
    [InlineData("Decimal", ScalarLiteralKind.Float, "12.50", "12.50")]
    [InlineData("Date", ScalarLiteralKind.String, "2024-02-29", "2024-02-29")]
    [InlineData("DateTime", ScalarLiteralKind.String, "2026-05-01T12:30:00Z", "2026-05-01T12:30:00Z")]
    [InlineData("DateTime", ScalarLiteralKind.String, "2026-05-01T12:30:00.25+03:00", "2026-05-01T12:30:00.25+03:00")]
    [InlineData("Duration", ScalarLiteralKind.String, "P1DT2H", "P1DT2H")]
    [InlineData("Duration", ScalarLiteralKind.String, "PT0.5S", "PT0.5S")]
    public void TryParse_Should_ReadWhatTrySerializeWrites(string scalar, ScalarLiteralKind kind, string text, string written)
    {
        Scalars[scalar].TryParse(new ScalarLiteral(kind, text), out var value).ShouldBeTrue();
        Scalars[scalar].TrySerialize(value!, out var serialized).ShouldBeTrue();

        FormattableString.Invariant($"{serialized}").ShouldBe(written);
    }

    [Theory]
    [InlineData("Int", ScalarLiteralKind.Integer, "2147483648")]
    [InlineData("Int", ScalarLiteralKind.Float, "1.0")]
    [InlineData("Int", ScalarLiteralKind.String, "1")]
    [InlineData("Float", ScalarLiteralKind.Float, "1e999")]
    [InlineData("Float", ScalarLiteralKind.String, "1")]
    [InlineData("String", ScalarLiteralKind.Integer, "1")]
    [InlineData("ID", ScalarLiteralKind.Float, "1.5")]
    [InlineData("Boolean", ScalarLiteralKind.String, "true")]
    [InlineData("Long", ScalarLiteralKind.Integer, "9223372036854775808")]
    [InlineData("Decimal", ScalarLiteralKind.String, "1")]
    [InlineData("Date", ScalarLiteralKind.String, "2023-02-29")]
    [InlineData("Date", ScalarLiteralKind.String, "1.5.2026")]
    [InlineData("DateTime", ScalarLiteralKind.String, "2026-05-01T12:30:00")]
    [InlineData("DateTime", ScalarLiteralKind.String, "2026-05-01")]
    [InlineData("DateTime", ScalarLiteralKind.String, "2026-13-01T12:30:00Z")]
    [InlineData("Duration", ScalarLiteralKind.String, "P1M")]
    [InlineData("Duration", ScalarLiteralKind.String, "P1Y")]
    [InlineData("Duration", ScalarLiteralKind.String, "2 seconds")]
    public void TryParse_Should_Refuse_What_IsNoneOfTheScalar(string scalar, ScalarLiteralKind kind, string text) =>
        Scalars[scalar].TryParse(new ScalarLiteral(kind, text), out _).ShouldBeFalse();
}
