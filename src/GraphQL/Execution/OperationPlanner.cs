using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>Compiles a valid operation. What would compile into too much is refused.</summary>
internal sealed class OperationPlanner
{
    private const int MaximumSteps = 100_000;
    private const int MaximumConditions = 64;

    private readonly Schema schema;
    private readonly Dictionary<string, FragmentDefinitionNode> fragments;
    private readonly List<IncludeCondition> conditions = [];
    private int steps;
    private int fieldCount;

    private OperationPlanner(Schema schema, DocumentNode document)
    {
        this.schema = schema;
        fragments = document.Definitions.OfType<FragmentDefinitionNode>().ToDictionary(f => f.Name, StringComparer.Ordinal);
    }

    /// <exception cref="GraphQLException">The operation selects too much, or its type of operation is not served.</exception>
    public static OperationPlan Plan(Schema schema, DocumentNode document, OperationDefinitionNode operation)
    {
        var root = operation.Operation switch
        {
            OperationKind.Query => schema.QueryType,
            OperationKind.Mutation => schema.MutationType,
            _ => schema.SubscriptionType,
        };
        if (root is null)
        {
            throw new GraphQLException(GraphQLError.WithCode(
                $"This server has no {operation.Operation.ToString().ToLowerInvariant()} type.", "OPERATION_NOT_SUPPORTED", [operation.Location]));
        }

        var planner = new OperationPlanner(schema, document);
        var set = planner.PlanSet(root, [(operation.SelectionSet, 0UL)]);
        return new OperationPlan(operation, set, planner.conditions, planner.fieldCount);
    }

    private PlannedSelectionSet PlanSet(ObjectType type, IReadOnlyList<(SelectionSetNode Set, ulong Mask)> selections)
    {
        var fields = new Dictionary<string, (PlannedField Field, List<(SelectionSetNode, ulong)> Below)>(StringComparer.Ordinal);
        var order = new List<string>();
        var visited = new Dictionary<string, List<ulong>>(StringComparer.Ordinal);
        foreach (var (set, mask) in selections)
        {
            Collect(type, set, mask, fields, order, visited);
        }

        var planned = new PlannedField[order.Count];
        for (var i = 0; i < planned.Length; i++)
        {
            var (field, below) = fields[order[i]];
            foreach (var possible in schema.PossibleTypes(field.Field.Type.Named).Where(_ => below.Count > 0))
            {
                field.Sets.Add(possible, PlanSet(possible, below));
            }

            planned[i] = field;
        }

        return new PlannedSelectionSet(type, planned);
    }

    private void Collect(
        ObjectType type,
        SelectionSetNode set,
        ulong mask,
        Dictionary<string, (PlannedField Field, List<(SelectionSetNode, ulong)> Below)> fields,
        List<string> order,
        Dictionary<string, List<ulong>> visited)
    {
        foreach (var selection in set.Selections)
        {
            if (++steps > MaximumSteps)
            {
                throw new GraphQLException("The operation selects too much. Split it into several.", "OPERATION_TOO_LARGE");
            }

            if (!TryApplyConditions(selection.Directives, mask, out var own))
            {
                continue;
            }

            switch (selection)
            {
                case FieldNode node:
                    CollectField(type, node, own, fields, order);
                    break;
                case InlineFragmentNode fragment when Applies(type, fragment.TypeCondition):
                    Collect(type, fragment.SelectionSet, own, fields, order, visited);
                    break;
                case FragmentSpreadNode spread when Applies(type, fragments[spread.Name].TypeCondition) && IsNew(visited, spread.Name, own):
                    Collect(type, fragments[spread.Name].SelectionSet, own, fields, order, visited);
                    break;
                default:
                    break;
            }
        }
    }

    private void CollectField(
        ObjectType type,
        FieldNode node,
        ulong mask,
        Dictionary<string, (PlannedField Field, List<(SelectionSetNode, ulong)> Below)> fields,
        List<string> order)
    {
        if (!fields.TryGetValue(node.ResponseName, out var entry))
        {
            var definition = schema.FindField(type, node.Name)
                ?? throw new GraphQLException(GraphQLError.WithCode($"{type.Name} has no field {node.Name}.", "INVALID_DOCUMENT", [node.Location]));
            entry = (new PlannedField(fieldCount++, node.ResponseName, definition, node), []);
            entry.Field.ConstantArguments = ArgumentCoercion.TryConstant(definition.Arguments, node.Arguments);
            fields.Add(node.ResponseName, entry);
            order.Add(node.ResponseName);
        }

        entry.Field.AddMask(mask);
        if (node.SelectionSet is not null)
        {
            entry.Below.Add((node.SelectionSet, mask));
        }
    }

    /// <summary>A fragment adds nothing where it was spread before under the same or weaker conditions.</summary>
    private static bool IsNew(Dictionary<string, List<ulong>> visited, string fragment, ulong mask)
    {
        if (!visited.TryGetValue(fragment, out var masks))
        {
            visited.Add(fragment, masks = []);
        }

        if (masks.Exists(m => (m & mask) == m))
        {
            return false;
        }

        masks.Add(mask);
        return true;
    }

    private bool Applies(ObjectType type, NamedTypeNode? condition) =>
        condition is null || (schema.FindType(condition.Name) is { } named && schema.PossibleTypes(named).Contains(type));

    private bool TryApplyConditions(IReadOnlyList<DirectiveNode> directives, ulong mask, out ulong result)
    {
        result = mask;
        foreach (var directive in directives)
        {
            if (directive.Name is not ("skip" or "include") || directive.Arguments.FirstOrDefault(a => a.Name == "if") is not { } argument)
            {
                continue;
            }

            var includedWhen = directive.Name == "include";
            if (argument.Value is BooleanValueNode constant && constant.Value != includedWhen)
            {
                return false;
            }

            if (argument.Value is VariableNode variable)
            {
                result |= BitOf(new IncludeCondition(variable.Name, includedWhen));
            }
        }

        return true;
    }

    private ulong BitOf(IncludeCondition condition)
    {
        var index = conditions.IndexOf(condition);
        if (index < 0)
        {
            index = conditions.Count;
            conditions.Add(condition);
            if (index >= MaximumConditions)
            {
                throw new GraphQLException($"The operation uses more than {MaximumConditions} conditions in @skip and @include.", "OPERATION_TOO_LARGE");
            }
        }

        return 1UL << index;
    }
}
