using System.Collections.Frozen;
using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>Coerces the arguments of a field or directive.</summary>
internal static class ArgumentCoercion
{
    private static readonly IReadOnlyDictionary<string, object?> None = FrozenDictionary<string, object?>.Empty;

    /// <summary>The arguments when no variable takes part; null when they differ per request or fail, which the request then reports.</summary>
    public static IReadOnlyDictionary<string, object?>? TryConstant(
        IReadOnlyList<InputValueDefinition> definitions, IReadOnlyList<ArgumentNode> given)
    {
        if (definitions.Count == 0)
        {
            return None;
        }

        try
        {
            return given.Any(a => HasVariable(a.Value)) ? null : Coerce(definitions, given, None);
        }
        catch (Exception exception) when (exception is GraphQLException or InputCoercionException)
        {
            return null;
        }
    }

    /// <exception cref="GraphQLException">An argument does not fit its type.</exception>
    public static IReadOnlyDictionary<string, object?> Coerce(
        IReadOnlyList<InputValueDefinition> definitions, IReadOnlyList<ArgumentNode> given, IReadOnlyDictionary<string, object?> variables)
    {
        var values = new Dictionary<string, object?>(definitions.Count, StringComparer.Ordinal);
        foreach (var definition in definitions)
        {
            var argument = Find(given, definition.Name);
            var isGiven = argument is not null && (argument.Value is not VariableNode variable || variables.ContainsKey(variable.Name));
            try
            {
                if (isGiven)
                {
                    var value = InputCoercion.OfLiteral(definition.Type, argument!.Value, variables);
                    values[definition.Name] = definition.Reader is { } read ? read(value) : value;
                }
                else if (definition.HasDefaultValue)
                {
                    values[definition.Name] = definition.DefaultValue;
                }
                else if (definition.Type.IsNonNull)
                {
                    throw new InputCoercionException("", $"a value of type {definition.Type} is needed");
                }
            }
            catch (InputCoercionException exception)
            {
                throw new GraphQLException(GraphQLError.WithCode(
                    $"Argument \"{definition.Name}\" got an invalid value at \"{definition.Name}{exception.Place}\": {exception.Reason}.",
                    "INVALID_ARGUMENT",
                    argument is null ? null : [exception.Location ?? argument.Value.Location]));
            }
        }

        return values;
    }

    private static ArgumentNode? Find(IReadOnlyList<ArgumentNode> given, string name)
    {
        for (var i = 0; i < given.Count; i++)
        {
            if (given[i].Name == name)
            {
                return given[i];
            }
        }

        return null;
    }

    private static bool HasVariable(ValueNode value) => value switch
    {
        VariableNode => true,
        ListValueNode list => list.Values.Any(HasVariable),
        ObjectValueNode @object => @object.Fields.Any(f => HasVariable(f.Value)),
        _ => false,
    };
}
