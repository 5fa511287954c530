using System.Runtime.CompilerServices;
using PersonalDataHub.GraphQL.Authorization;
using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>An operation compiled for one schema: all fragments resolved, conditions turned into bits.</summary>
internal sealed record OperationPlan(
    OperationDefinitionNode Operation,
    PlannedSelectionSet Root,
    IReadOnlyList<IncludeCondition> Conditions,
    int FieldCount)
{
    /// <summary>Whether anything may be deferred. The plan itself ignores it; there is another for every outcome of the conditions.</summary>
    public bool HasDefer { get; init; }

    /// <summary>The types of the variables, in their order.</summary>
    public required IReadOnlyList<GraphQLType> VariableTypes { get; init; }

    /// <summary>What the operation demands of its caller; found when it is first asked for.</summary>
    public PlannedRules? Rules { get; set; }

    /// <summary>What it costs where no variable takes part in that, once somebody asked.</summary>
    public StrongBox<OperationCost>? ConstantCost { get; set; }

    /// <summary>The bits of the conditions that these variables fulfil.</summary>
    public ulong Fulfilled(IReadOnlyDictionary<string, object?> variables)
    {
        ulong fulfilled = 0;
        for (var i = 0; i < Conditions.Count; i++)
        {
            if (variables.GetValueOrDefault(Conditions[i].Variable) is bool value && value == Conditions[i].IncludedWhen)
            {
                fulfilled |= 1UL << i;
            }
        }

        return fulfilled;
    }
}
