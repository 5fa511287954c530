using System.Text.Json;
using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>Turns what a client wrote into .NET values. Messages name places and types, never the values, which may be personal data.</summary>
internal static class InputCoercion
{
    /// <summary>Coerces a value of a document.</summary>
    /// <exception cref="InputCoercionException">It is not a value of the type.</exception>
    public static object? OfLiteral(GraphQLType type, ValueNode literal, IReadOnlyDictionary<string, object?> variables)
    {
        if (literal is VariableNode variable)
        {
            var given = variables.GetValueOrDefault(variable.Name);
            return given is null && type.IsNonNull ? throw new InputCoercionException("", $"a value of type {type} is needed", literal.Location) : given;
        }

        return literal is not NullValueNode ? OfConstant(type, literal, variables)
            : type.IsNonNull ? throw new InputCoercionException("", $"null is no value of type {type}") : null;
    }

    private static object? OfConstant(GraphQLType type, ValueNode literal, IReadOnlyDictionary<string, object?> variables)
    {
        switch (type.NullableType)
        {
            case ListType list:
                return literal is ListValueNode items
                    ? items.Values.Select((item, i) => At($"[{i}]", () => OfLiteral(list.ElementType, item, variables))).ToArray()
                    : [OfLiteral(list.ElementType, literal, variables)];
            case EnumType @enum:
                return (literal is EnumValueNode name ? @enum.FindValue(name.Value) : null)?.Value
                    ?? throw new InputCoercionException("", $"the value is none of {@enum.Name}");
            case InputObjectType input:
                return literal is ObjectValueNode fields
                    ? OfFields(input, fields, variables)
                    : throw new InputCoercionException("", $"an object of type {input.Name} is needed");
            default:
                return OfScalar((ScalarType)type.NullableType, literal switch
                {
                    IntValueNode number => new(ScalarLiteralKind.Integer, number.Value),
                    FloatValueNode number => new(ScalarLiteralKind.Float, number.Value),
                    StringValueNode text => new(ScalarLiteralKind.String, text.Value),
                    BooleanValueNode flag => new(ScalarLiteralKind.Boolean, flag.Value ? "true" : "false"),
                    _ => new(ScalarLiteralKind.Other, ""),
                });
        }
    }

    /// <summary>Coerces a value of JSON variables.</summary>
    /// <exception cref="InputCoercionException">It is not a value of the type.</exception>
    public static object? OfJson(GraphQLType type, JsonElement json)
    {
        if (json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            return type.IsNonNull ? throw new InputCoercionException("", $"null is no value of type {type}") : null;
        }

        switch (type.NullableType)
        {
            case ListType list:
                return json.ValueKind == JsonValueKind.Array
                    ? json.EnumerateArray().Select((item, i) => At($"[{i}]", () => OfJson(list.ElementType, item))).ToArray()
                    : [OfJson(list.ElementType, json)];
            case EnumType @enum:
                return (json.ValueKind == JsonValueKind.String ? @enum.FindValue(json.GetString()!) : null)?.Value
                    ?? throw new InputCoercionException("", $"the value is none of {@enum.Name}");
            case InputObjectType input:
                return json.ValueKind == JsonValueKind.Object
                    ? OfProperties(input, json)
                    : throw new InputCoercionException("", $"an object of type {input.Name} is needed");
            default:
                return OfScalar((ScalarType)type.NullableType, json.ValueKind switch
                {
                    JsonValueKind.Number => OfNumber(json),
                    JsonValueKind.String => new(ScalarLiteralKind.String, json.GetString()!),
                    JsonValueKind.True => new(ScalarLiteralKind.Boolean, "true"),
                    JsonValueKind.False => new(ScalarLiteralKind.Boolean, "false"),
                    _ => new(ScalarLiteralKind.Other, ""),
                });
        }
    }

    private static ScalarLiteral OfNumber(JsonElement json)
    {
        var digits = json.GetRawText();
        return new(digits.AsSpan().IndexOfAny(".eE") < 0 ? ScalarLiteralKind.Integer : ScalarLiteralKind.Float, digits);
    }

    private static object OfScalar(ScalarType scalar, ScalarLiteral literal) =>
        scalar.TryParse(literal, out var value) && value is not null
            ? value
            : throw new InputCoercionException("", $"the value is not of type {scalar.Name}");

    private static object OfFields(InputObjectType input, ObjectValueNode node, IReadOnlyDictionary<string, object?> variables)
    {
        foreach (var unknown in node.Fields.Where(f => input.FindField(f.Name) is null))
        {
            throw new InputCoercionException("", $"{input.Name} has no field {unknown.Name}");
        }

        return OfInputObject(input, field =>
        {
            var given = node.Fields.FirstOrDefault(f => f.Name == field.Name);
            return given is null || (given.Value is VariableNode variable && !variables.ContainsKey(variable.Name))
                ? (false, null)
                : (true, OfLiteral(field.Type, given.Value, variables));
        });
    }

    private static object OfProperties(InputObjectType input, JsonElement json)
    {
        foreach (var _ in json.EnumerateObject().Where(p => input.FindField(p.Name) is null))
        {
            throw new InputCoercionException("", $"a field is given that {input.Name} does not have");
        }

        return OfInputObject(input, field => json.TryGetProperty(field.Name, out var given) ? (true, OfJson(field.Type, given)) : (false, null));
    }

    private static object OfInputObject(InputObjectType input, Func<InputValueDefinition, (bool IsGiven, object? Value)> read)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var field in input.Fields)
        {
            var (isGiven, value) = At("." + field.Name, () => read(field) is var found && found.IsGiven && field.Reader is { } change ? (true, change(found.Value)) : found);
            if (isGiven || field.HasDefaultValue)
            {
                values[field.Name] = isGiven ? value : field.DefaultValue;
            }
            else if (field.IsRequired)
            {
                throw new InputCoercionException("." + field.Name, $"a value of type {field.Type} is needed");
            }
        }

        if (input.IsOneOf && (values.Count != 1 || values.Values.Single() is null))
        {
            throw new InputCoercionException("", $"exactly one field of {input.Name} must be given, and not null");
        }

        return input.CreateInstance is { } create ? create(values) : values;
    }

    private static T At<T>(string place, Func<T> coerce)
    {
        try
        {
            return coerce();
        }
        catch (InputCoercionException exception)
        {
            throw new InputCoercionException(place + exception.Place, exception.Reason, exception.Location);
        }
    }
}
