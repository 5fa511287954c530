using System.Globalization;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>Writes values of scalars and enums.</summary>
internal static class LeafJson
{
    /// <exception cref="InvalidOperationException">The value is none of the type.</exception>
    public static void Write(JsonBuffer json, GraphQLType type, object value)
    {
        if (type is EnumType @enum)
        {
            json.WriteRaw(@enum.JsonOf(value) ?? (value is string name && @enum.FindValue(name) is { } known ? @enum.JsonOf(known.Value) : null)
                ?? throw new InvalidOperationException($"The value is none of {@enum.Name}."));
            return;
        }

        var scalar = (ScalarType)type;
        if (!scalar.TrySerialize(value, out var serialized) || serialized is null)
        {
            throw new InvalidOperationException($"A {value.GetType().Name} cannot be written as {scalar.Name}.");
        }

        switch (serialized)
        {
            case string text: json.Write(text); break;
            case bool flag: json.Write(flag); break;
            case int number: json.Write(number); break;
            case long number: json.Write(number); break;
            case double number: json.Write(number); break;
            case decimal number: json.Write(number); break;
            default: json.Write(Convert.ToString(serialized, CultureInfo.InvariantCulture) ?? ""); break;
        }
    }
}
