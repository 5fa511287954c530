using System.Globalization;

namespace PersonalDataHub.GraphQL.Types;

/// <summary>The five scalars that the specification defines.</summary>
public static class SpecifiedScalars
{
    public static ScalarType Int { get; } = new IntScalar();

    public static ScalarType Float { get; } = new FloatScalar();

    public static ScalarType String { get; } = new StringScalar();

    public static ScalarType Boolean { get; } = new BooleanScalar();

    public static ScalarType ID { get; } = new IdScalar();

    internal static IReadOnlyList<ScalarType> All { get; } = [Int, Float, String, Boolean, ID];

    private sealed class IntScalar() : ScalarType("Int", typeof(int), "A whole number of 32 bits with sign.")
    {
        public override bool TryParse(ScalarLiteral literal, out object? value)
        {
            var isInt = literal.Kind == ScalarLiteralKind.Integer
                & int.TryParse(literal.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
            value = number;
            return isInt;
        }

        public override bool TrySerialize(object value, out object? serialized)
        {
            serialized = value switch
            {
                int or short or byte or sbyte or ushort => Convert.ToInt32(value, CultureInfo.InvariantCulture),
                long number when number is >= int.MinValue and <= int.MaxValue => (int)number,
                uint number when number <= int.MaxValue => (int)number,
                _ => null,
            };
            return serialized is not null;
        }
    }

    private sealed class FloatScalar() : ScalarType("Float", typeof(double), "A number of double precision (IEEE 754).")
    {
        public override bool TryParse(ScalarLiteral literal, out object? value)
        {
            var isFloat = literal.Kind is ScalarLiteralKind.Integer or ScalarLiteralKind.Float
                & double.TryParse(literal.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && double.IsFinite(number);
            value = number;
            return isFloat;
        }

        public override bool TrySerialize(object value, out object? serialized)
        {
            serialized = value switch
            {
                double number when double.IsFinite(number) => number,
                float number when float.IsFinite(number) => (double)number,
                int or long or short or byte or uint => Convert.ToDouble(value, CultureInfo.InvariantCulture),
                decimal number => number,
                _ => null,
            };
            return serialized is not null;
        }
    }

    private sealed class StringScalar() : ScalarType("String", typeof(string), "Text in Unicode.")
    {
        public override bool TryParse(ScalarLiteral literal, out object? value)
        {
            value = literal.Text;
            return literal.Kind == ScalarLiteralKind.String;
        }

        public override bool TrySerialize(object value, out object? serialized)
        {
            serialized = value as string ?? (value is char or Uri ? value.ToString() : null);
            return serialized is not null;
        }
    }

    private sealed class BooleanScalar() : ScalarType("Boolean", typeof(bool), "True or false.")
    {
        public override bool TryParse(ScalarLiteral literal, out object? value)
        {
            value = literal.Text == "true";
            return literal.Kind == ScalarLiteralKind.Boolean;
        }

        public override bool TrySerialize(object value, out object? serialized)
        {
            serialized = value as bool?;
            return serialized is not null;
        }
    }

    private sealed class IdScalar() : ScalarType("ID", typeof(string), "An opaque identifier; a number given as one is read as its digits.")
    {
        public override bool TryParse(ScalarLiteral literal, out object? value)
        {
            value = literal.Text;
            return literal.Kind is ScalarLiteralKind.String or ScalarLiteralKind.Integer;
        }

        public override bool TrySerialize(object value, out object? serialized)
        {
            serialized = value switch
            {
                string text => text,
                Guid guid => guid.ToString("D"),
                int or long or short => Convert.ToString(value, CultureInfo.InvariantCulture),
                _ => null,
            };
            return serialized is not null;
        }
    }
}
