using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>Variables stand where every value of their type is welcome.</summary>
internal sealed class VariablesInAllowedPosition(ValidationContext context) : ValidationRule(context)
{
    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var operation in Context.Operations.Where(operation => operation.VariableDefinitions.Count > 0))
        {
            var defined = operation.VariableDefinitions
                .GroupBy(variable => variable.Name)
                .ToDictionary(same => same.Key, same => (Node: same.Last(), Type: Context.Resolve(same.Last().Type)));
            foreach (var usage in Context.ReachedFrom(operation).SelectMany(Context.UsagesIn).TakeWhile(_ => !Context.IsFull))
            {
                if (defined.TryGetValue(usage.Node.Name, out var variable) && variable.Type is not null && usage.Type is not null)
                {
                    Check(variable.Node, variable.Type, usage, usage.Type);
                }
            }
        }
    }

    private void Check(VariableDefinitionNode variable, GraphQLType type, VariableUsage usage, GraphQLType expected)
    {
        if (!IsAllowed(variable, type, usage, expected))
        {
            Context.Report($"Variable \"${variable.Name}\" of type \"{type}\" used in position expecting type \"{expected}\".", variable.Location, usage.Node.Location);
        }

        if (usage.OneOf is { } oneOf && !type.IsNonNull)
        {
            Context.Report($"Variable \"${variable.Name}\" is of type \"{type}\" but must be non-nullable to be used for OneOf Input Object \"{oneOf}\".", variable.Location, usage.Node.Location);
        }
    }

    private static bool IsAllowed(VariableDefinitionNode variable, GraphQLType type, VariableUsage usage, GraphQLType expected)
    {
        // A default on either side stands in where the variable is not given, so null is never met.
        var hasDefault = usage.HasDefault || variable.DefaultValue is not (null or NullValueNode);
        return expected.IsNonNull && !type.IsNonNull && hasDefault
            ? IsCompatible(type, expected.NullableType)
            : IsCompatible(type, expected);
    }

    private static bool IsCompatible(GraphQLType type, GraphQLType expected) => (type, expected) switch
    {
        (NonNullType given, NonNullType wanted) => IsCompatible(given.InnerType, wanted.InnerType),
        (_, NonNullType) => false,
        (NonNullType given, _) => IsCompatible(given.InnerType, expected),
        (ListType given, ListType wanted) => IsCompatible(given.ElementType, wanted.ElementType),
        _ => type == expected,
    };
}
