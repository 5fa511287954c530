using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>Compiles a valid operation. What would compile into too much is refused.</summary>
internal sealed class OperationPlanner
{
    private const int MaximumSteps = 100_000;
    private const int MaximumConditions = 64;
    private static readonly IReadOnlySet<DeferUsage> NoUsages = new HashSet<DeferUsage>();

    private readonly Schema schema;
    private readonly Dictionary<string, FragmentDefinitionNode> fragments;
    private readonly List<IncludeCondition> conditions = [];
    private readonly ulong? fulfilled;
    private int steps;
    private int fieldCount;
    private bool hasDefer;

    private OperationPlanner(Schema schema, DocumentNode document, OperationPlan? general, ulong fulfilled)
    {
        this.schema = schema;
        if (general is not null)
        {
            conditions.AddRange(general.Conditions);
            this.fulfilled = fulfilled;
        }

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

        var planner = new OperationPlanner(schema, document, null, 0);
        var set = planner.PlanSet(root, [new(operation.SelectionSet, 0, null)], NoUsages);
        return new OperationPlan(operation, set, planner.conditions, planner.fieldCount)
        {
            HasDefer = planner.hasDefer,
            VariableTypes = [.. operation.VariableDefinitions.Select(v => VariableCoercion.TypeFromNode(schema, v.Type))],
        };
    }

    /// <summary>Plans an operation again, for one outcome of its conditions, with what it defers.</summary>
    public static OperationPlan PlanDeferred(Schema schema, DocumentNode document, OperationPlan general, ulong fulfilled)
    {
        var planner = new OperationPlanner(schema, document, general, fulfilled);
        var set = planner.PlanSet(general.Root.Type, [new(general.Operation.SelectionSet, 0, null)], NoUsages);
        return general with { Root = set, Conditions = [], FieldCount = planner.fieldCount, Rules = null };
    }

    private PlannedSelectionSet PlanSet(ObjectType type, IReadOnlyList<SelectionSource> selections, IReadOnlySet<DeferUsage> around)
    {
        var collected = new FieldCollection();
        foreach (var source in selections)
        {
            Collect(type, source, collected);
        }

        if (fulfilled is null)
        {
            return new PlannedSelectionSet(type, PlanFields(collected.Fields, around));
        }

        // Fields that nobody wants but the deferred fragments already around stay with them; the others go by who wants them.
        var byWanting = collected.Fields.GroupBy(f => f.Wanting(), HashSet<DeferUsage>.CreateSetComparer()).ToLookup(g => g.Key.SetEquals(around));
        foreach (var later in byWanting[false].SelectMany(g => g))
        {
            later.Field.IsDeferred = true;
        }

        PlannedGroup[] groups = [.. byWanting[false].Select(g => new PlannedGroup(g.Key, new PlannedSelectionSet(type, PlanFields(g, g.Key))))];
        return new PlannedSelectionSet(type, PlanFields(byWanting[true].SelectMany(g => g), around))
        {
            Defer = collected.Usages.Count == 0 && groups.Length == 0 ? null : new PlannedDefer([.. collected.Usages], groups),
        };
    }

    private PlannedField[] PlanFields(IEnumerable<CollectedField> collected, IReadOnlySet<DeferUsage> around)
    {
        var fields = collected.ToArray();
        foreach (var (field, below) in fields.Where(f => f.Below.Count > 0).Select(f => (f.Field, f.Below)))
        {
            foreach (var possible in schema.PossibleTypes(field.Field.Type.Named))
            {
                field.AddSet(possible, PlanSet(possible, below, around));
            }
        }

        return [.. fields.Select(f => f.Field)];
    }

    private void Collect(ObjectType type, SelectionSource source, FieldCollection collected)
    {
        foreach (var selection in source.Set.Selections)
        {
            if (++steps > MaximumSteps)
            {
                throw new GraphQLException("The operation selects too much. Split it into several.", "OPERATION_TOO_LARGE");
            }

            if (!TryApplyConditions(selection.Directives, source.Mask, out var mask))
            {
                continue;
            }

            if (selection is FieldNode node)
            {
                CollectField(type, node, mask, source.Usage, collected);
                continue;
            }

            var (condition, set, name) = selection switch
            {
                InlineFragmentNode inline => (inline.TypeCondition, inline.SelectionSet, null),
                FragmentSpreadNode spread => (fragments[spread.Name].TypeCondition, fragments[spread.Name].SelectionSet, spread.Name),
                _ => throw new InvalidOperationException($"{selection.GetType().Name} is no selection."),
            };
            var usage = BeginDefer(selection.Directives, source.Usage);
            if (Applies(type, condition) && (name is null || collected.IsNew(name, mask, usage?.Directive)))
            {
                if (usage != source.Usage)
                {
                    collected.Usages.Add(usage!);
                }

                Collect(type, new SelectionSource(set, mask, usage), collected);
            }
        }
    }

    private void CollectField(ObjectType type, FieldNode node, ulong mask, DeferUsage? usage, FieldCollection collected)
    {
        if (collected.Find(node.ResponseName) is not { } entry)
        {
            var definition = schema.FindField(type, node.Name)
                ?? throw new GraphQLException(GraphQLError.WithCode($"{type.Name} has no field {node.Name}.", "INVALID_DOCUMENT", [node.Location]));
            entry = collected.Add(new PlannedField(fieldCount++, node.ResponseName, definition, node)
            {
                ConstantArguments = ArgumentCoercion.TryConstant(definition.Arguments, node.Arguments),
            });
        }

        entry.Field.AddMask(mask);
        entry.Usages.Add(usage);
        if (node.SelectionSet is not null)
        {
            entry.Below.Add(new SelectionSource(node.SelectionSet, mask, usage));
        }
    }

    /// <summary>The deferred fragment that begins with these directives; the one around when none does.</summary>
    private DeferUsage? BeginDefer(IReadOnlyList<DirectiveNode> directives, DeferUsage? around)
    {
        if (directives.FirstOrDefault(d => d.Name == SpecifiedDirectives.Defer.Name) is not { } directive)
        {
            return around;
        }

        var isOff = directive.Arguments.FirstOrDefault(a => a.Name == "if")?.Value switch
        {
            BooleanValueNode constant => !constant.Value,
            VariableNode variable => IsFulfilled(new IncludeCondition(variable.Name, false)),
            _ => false,
        };
        hasDefer |= !isOff;
        return isOff || fulfilled is null ? around
            : new DeferUsage((directive.Arguments.FirstOrDefault(a => a.Name == "label")?.Value as StringValueNode)?.Value, directive, around);
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
                var condition = new IncludeCondition(variable.Name, includedWhen);
                if (fulfilled is null)
                {
                    result |= BitOf(condition);
                }
                else if (!IsFulfilled(condition))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Whether a condition holds; false as long as the operation is planned for all outcomes.</summary>
    private bool IsFulfilled(IncludeCondition condition) => (BitOf(condition) & (fulfilled ?? 0)) != 0;

    private ulong BitOf(IncludeCondition condition)
    {
        var index = conditions.IndexOf(condition);
        if (index < 0)
        {
            index = conditions.Count;
            conditions.Add(condition);
            if (index >= MaximumConditions)
            {
                throw new GraphQLException($"The operation uses more than {MaximumConditions} conditions in @skip, @include and @defer.", "OPERATION_TOO_LARGE");
            }
        }

        return 1UL << index;
    }
}
