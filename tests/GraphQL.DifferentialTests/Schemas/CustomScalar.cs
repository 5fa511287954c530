using System.Globalization;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.DifferentialTests.Schemas;

/// <summary>A scalar of one of four kinds, as in <c>Oracle/scalars.js</c>.</summary>
internal sealed class CustomScalar(string name, string kind, string? description, string? specifiedBy)
    : ScalarType(name, typeof(object), description, specifiedBy)
{
    private const long MaximumExact = 9_007_199_254_740_991;

    public static IReadOnlyList<string> Kinds { get; } = ["Text", "Upper", "Count", "Flex"];

    public string Kind => kind;

    public override bool TryParse(ScalarLiteral literal, out object? value)
    {
        value = (kind, literal.Kind) switch
        {
            ("Text" or "Flex", ScalarLiteralKind.String) => literal.Text,
            ("Upper", ScalarLiteralKind.String) => Upper(literal.Text),
            ("Count", ScalarLiteralKind.Integer) => long.TryParse(literal.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) && Math.Abs(count) <= MaximumExact
                ? count
                : null,
            ("Flex", ScalarLiteralKind.Boolean) => literal.Text == "true",
            ("Flex", ScalarLiteralKind.Integer or ScalarLiteralKind.Float) => double.Parse(literal.Text, CultureInfo.InvariantCulture) is var number && double.IsFinite(number) ? number : null,
            _ => null,
        };
        return value is not null;
    }

    public override bool TrySerialize(object value, out object? serialized)
    {
        serialized = (kind, value) switch
        {
            ("Text", string) or ("Count", long) or ("Flex", string or bool or double) => value,
            ("Upper", string text) => Upper(text),
            _ => null,
        };
        return serialized is not null;
    }

    private static string Upper(string text) => string.Create(text.Length, text, static (upper, text) =>
    {
        for (var i = 0; i < upper.Length; i++)
        {
            upper[i] = char.IsAsciiLetterLower(text[i]) ? (char)(text[i] - 32) : text[i];
        }
    });
}
