using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>A subscription has one root field, which no directive can take away.</summary>
internal sealed class SingleFieldSubscriptions(ValidationContext context) : ValidationRule(context)
{
    public override void LeaveDocument(DocumentNode document)
    {
        if (Context.Schema.SubscriptionType is not { } root)
        {
            return;
        }

        foreach (var operation in Context.Operations.Where(operation => operation.Operation == OperationKind.Subscription))
        {
            Check(operation, root, operation.Name is null ? "Anonymous Subscription" : $"Subscription \"{operation.Name}\"");
        }
    }

    private void Check(OperationDefinitionNode operation, ObjectType root, string who)
    {
        var (fields, conditions) = Collect(operation.SelectionSet, root);
        if (conditions.Count > 0)
        {
            // Which fields are left depends on the request, so nothing more can be said about them.
            Context.Report($"{who} must not use `@skip` or `@include` directives in the top level selection.", [.. conditions]);
            return;
        }

        var sameName = fields.GroupBy(field => field.ResponseName).ToList();
        if (sameName.Count == 0)
        {
            Context.Report($"{who} must select one top level field.", operation.SelectionSet.Location);
        }
        else if (sameName.Count > 1)
        {
            Context.Report($"{who} must select only one top level field.", [.. sameName.Skip(1).SelectMany(same => same).Select(field => field.Location)]);
        }

        foreach (var same in sameName.Where(same => same.First().Name.StartsWith("__", StringComparison.Ordinal)))
        {
            Context.Report($"{who} must not select an introspection top level field.", [.. same.Select(field => field.Location)]);
        }
    }

    private (List<FieldNode> Fields, List<Location> Conditions) Collect(SelectionSetNode selections, ObjectType root)
    {
        var (fields, conditions) = (new List<FieldNode>(), new List<Location>());
        var seen = new HashSet<string>();
        var open = new Stack<SelectionNode>(selections.Selections.Reverse());
        while (open.TryPop(out var selection))
        {
            conditions.AddRange(selection.Directives.Where(directive => directive.Name is "skip" or "include").Select(directive => directive.Location));
            var inner = selection switch
            {
                InlineFragmentNode inline when Applies(inline.TypeCondition, root) => inline.SelectionSet,
                FragmentSpreadNode spread when Context.Fragments.GetValueOrDefault(spread.Name) is { } fragment
                    && Applies(fragment.TypeCondition, root) && seen.Add(spread.Name) => fragment.SelectionSet,
                _ => null,
            };
            foreach (var next in inner?.Selections.Reverse() ?? [])
            {
                open.Push(next);
            }

            if (selection is FieldNode field)
            {
                fields.Add(field);
            }
        }

        return (fields, conditions);
    }

    private bool Applies(NamedTypeNode? condition, ObjectType root) =>
        condition is null || (Context.ResolveCondition(condition) is { } type && Context.Schema.PossibleTypes(type).Contains(root));
}
