using System.Globalization;
using System.Runtime.CompilerServices;
using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Execution;

/// <summary>
/// Tells what a plan costs at most. The work grows with the plan, whose size the planner bounds; where no variable
/// says how many items are wanted, it is done once per plan.
/// </summary>
internal sealed class CostAnalyzer
{
    private readonly IReadOnlyDictionary<string, object?> variables;
    private readonly CostOptions options;
    private bool isConstant = true;

    private CostAnalyzer(IReadOnlyDictionary<string, object?> variables, CostOptions options)
    {
        this.variables = variables;
        this.options = options;
    }

    /// <exception cref="GraphQLException">A page is too large, or introspection is.</exception>
    public static OperationCost Analyze(OperationPlan plan, IReadOnlyDictionary<string, object?> variables, CostOptions options)
    {
        if (plan.ConstantCost is { } known)
        {
            return known.Value;
        }

        var analyzer = new CostAnalyzer(variables, options);
        var (cost, introspection) = (default(OperationCost), default(OperationCost));
        foreach (var field in plan.Root.Fields)
        {
            if (field.Field.Name.StartsWith("__", StringComparison.Ordinal))
            {
                introspection = introspection.Plus(analyzer.CostOf(field, null));
            }
            else
            {
                cost = cost.Plus(analyzer.CostOf(field, null));
            }
        }

        if (introspection.TypeCost > options.MaximumIntrospectionCost)
        {
            throw Excess($"Introspection costs {introspection.TypeCost}; at most {options.MaximumIntrospectionCost} is allowed. Ask for less of it.");
        }

        plan.ConstantCost = analyzer.isConstant ? new StrongBox<OperationCost>(cost) : null;
        return cost;
    }

    /// <summary>The error that refuses an operation beyond its limits; null when it is within them.</summary>
    public static GraphQLError? Refuse(OperationCost cost, int maximumFieldCost, int maximumTypeCost) =>
        cost.FieldCost <= maximumFieldCost && cost.TypeCost <= maximumTypeCost ? null : Excess(
            $"The operation has a field cost of {cost.FieldCost} and a type cost of {cost.TypeCost}; "
            + $"at most {maximumFieldCost} and {maximumTypeCost} are allowed. Ask for smaller pages, or in several requests.").Error;

    private static GraphQLException Excess(string message) => new(message, "COST_EXCEEDED");

    private OperationCost CostOf(PlannedField field, int? sizeFromAbove)
    {
        var known = field.Field.Cost;
        var size = SizeOf(field, known);
        var sized = known.ListSize?.SizedFields ?? [];
        var below = default(OperationCost);
        foreach (var set in field.Sets.Values)
        {
            var cost = default(OperationCost);
            foreach (var selected in set.Fields)
            {
                cost = cost.Plus(CostOf(selected, sized.Contains(selected.Field.Name) ? size : null));
            }

            below = below.OrGreater(cost);
        }

        var items = sizeFromAbove ?? (known.IsList && sized.Length == 0 ? size : 1);
        return below.Plus(new OperationCost(0, known.TypeWeight)).Times(items).Plus(new OperationCost(known.Weight, 0));
    }

    private int SizeOf(PlannedField field, FieldCost known)
    {
        int? greatest = null;
        foreach (var argument in known.SlicingArguments)
        {
            if (ValueOf(field.Node, argument) is { } value)
            {
                greatest = value >= 1 && value <= options.MaximumPageSize ? Math.Max(greatest ?? 0, value) : throw Mistake(
                    field, $"Argument \"{argument.Name}\" of \"{NameOf(field)}\" must be from 1 to {options.MaximumPageSize}.");
            }
        }

        return greatest is null && known is { SlicingArguments.Count: > 0, ListSize.RequireOneSlicingArgument: true }
            ? throw Mistake(field, $"\"{NameOf(field)}\" needs an argument that says how many: {string.Join(", ", known.SlicingArguments.Select(one => one.Name))}.")
            : greatest ?? known.AssumedSize;
    }

    private int? ValueOf(FieldNode field, InputValueDefinition argument)
    {
        switch (field.Arguments.FirstOrDefault(given => given.Name == argument.Name)?.Value)
        {
            case IntValueNode literal:
                return int.TryParse(literal.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
            case VariableNode variable:
                isConstant = false;
                return (variables.TryGetValue(variable.Name, out var value) ? value : argument.DefaultValue) as int?;
            case null:
                return argument.DefaultValue as int?;
            default:
                return null;
        }
    }

    private static string NameOf(PlannedField field) => $"{field.Field.DeclaringType}.{field.Field.Name}";

    private static GraphQLException Mistake(PlannedField field, string message) =>
        new(GraphQLError.WithCode(message, "PAGE_OUT_OF_RANGE", [field.Location]));
}
