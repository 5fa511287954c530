using System.Text.Json;
using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>Coerces the variables of an operation, reporting every mistake.</summary>
internal static class VariableCoercion
{
    private static readonly IReadOnlyDictionary<string, object?> None = new Dictionary<string, object?>();

    public static IReadOnlyDictionary<string, object?> Coerce(OperationPlan plan, JsonElement? given, List<GraphQLError> errors)
    {
        var definitions = plan.Operation.VariableDefinitions;
        if (definitions.Count == 0)
        {
            return None;
        }

        var values = new Dictionary<string, object?>(definitions.Count, StringComparer.Ordinal);
        for (var i = 0; i < definitions.Count; i++)
        {
            var (definition, type) = (definitions[i], plan.VariableTypes[i]);
            try
            {
                if (given is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty(definition.Name, out var value))
                {
                    values[definition.Name] = InputCoercion.OfJson(type, value);
                }
                else if (definition.DefaultValue is not null)
                {
                    values[definition.Name] = InputCoercion.OfLiteral(type, definition.DefaultValue, None);
                }
                else if (type.IsNonNull)
                {
                    throw new InputCoercionException("", $"a value of type {type} is needed");
                }
            }
            catch (InputCoercionException exception)
            {
                errors.Add(GraphQLError.WithCode(
                    $"Variable \"${definition.Name}\" got an invalid value at \"{definition.Name}{exception.Place}\": {exception.Reason}.",
                    "INVALID_VARIABLE",
                    [definition.Location]));
            }
            catch (GraphQLException exception)
            {
                errors.Add(exception.Error with { Locations = [definition.Location] });
            }
        }

        return values;
    }

    public static GraphQLType TypeFromNode(Schema schema, TypeNode node) => node switch
    {
        NonNullTypeNode nonNull => new NonNullType(TypeFromNode(schema, nonNull.InnerType)),
        ListTypeNode list => new ListType(TypeFromNode(schema, list.ItemType)),
        _ => schema.FindType(((NamedTypeNode)node).Name)!,
    };
}
