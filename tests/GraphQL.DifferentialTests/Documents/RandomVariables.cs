using System.Text.Json.Nodes;
using PersonalDataHub.GraphQL.DifferentialTests.Schemas;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.DifferentialTests.Documents;

/// <summary>Makes values of variables as JSON.</summary>
internal sealed class RandomVariables(Chance chance)
{
    private static readonly string[] Wrong =
        ["1", "1.5", "2147483648", "-2147483649", "1e400", "\"text\"", "\"\"", "true", "null", "[]", "[null]", "[[1]]", "{}", "{\"a\":1}", "{\"nope\":null}", "\"VALUE_1_0\""];

    /// <summary>An object with values for these variables; null for none at all.</summary>
    public JsonObject? Values(IReadOnlyList<Variable> variables)
    {
        if (variables.Count == 0)
        {
            return chance.OneIn(3) ? [] : null;
        }

        var values = new JsonObject();
        foreach (var variable in variables)
        {
            var isNeeded = variable.Type is { IsNonNull: true } && variable.Default.Count == 0 && !chance.IsWild;
            if (variable.Type is { IsInputType: true } type && (isNeeded || !chance.OneIn(4)))
            {
                values[variable.Name] = Value(type);
            }
        }

        if (chance.OneIn(8))
        {
            values["notDeclared"] = 1;
        }

        return values;
    }

    private JsonNode? Value(GraphQLType type, int depth = 4)
    {
        if (chance.IsWild)
        {
            return JsonNode.Parse(chance.Any(Wrong));
        }

        if (!type.IsNonNull && chance.OneIn(8))
        {
            return null;
        }

        return type.NullableType switch
        {
            ListType list when chance.OneIn(5) && list.ElementType.NullableType is not ListType => Value(new NonNullType(list.ElementType.NullableType), depth - 1),
            ListType list => new JsonArray([.. Enumerable.Range(0, depth > 0 ? chance.Below(4) : 0).Select(_ => Value(list.ElementType, depth - 1))]),
            InputObjectType input => Object(input, depth),
            EnumType @enum => chance.Any(@enum.Values).Name,
            var leaf => JsonNode.Parse((leaf is CustomScalar custom ? custom.Kind : ((NamedType)leaf).Name) switch
            {
                "Int" or "Count" => chance.Any<string>(["0", "42", "-2147483648", "2147483647"]),
                "Float" => chance.Any<string>(["0", "1.5", "-2.5e-3", "0.1", "123456789.125"]),
                "Boolean" => chance.OneIn(2) ? "true" : "false",
                "ID" => chance.Any<string>(["\"id\"", "7", "9007199254740991", "-1"]),
                "Flex" => chance.Any<string>(["\"text\"", "1", "2.5", "true"]),
                _ => chance.Any<string>(["\"text\"", "\"\"", "\"ä 😀 \\u2028 \\\" \\\\\"", "\"line\\nend\""]),
            }),
        };
    }

    private JsonObject Object(InputObjectType input, int depth)
    {
        var values = new JsonObject();
        var fields = input.IsOneOf
            ? [chance.Any(input.Fields.Where(f => depth > 0 || f.Type.Named.IsLeaf).ToList())]
            : input.Fields.Where(f => (f.IsRequired && !chance.IsWild) || (depth > 0 && chance.OneIn(2))).ToList();
        foreach (var field in fields)
        {
            values[field.Name] = Value(input.IsOneOf ? new NonNullType(field.Type.NullableType) : field.Type, depth - 1);
        }

        if (chance.IsWild)
        {
            values[chance.Any<string>(["nope", input.Fields[0].Name])] = 1;
        }

        return values;
    }
}
