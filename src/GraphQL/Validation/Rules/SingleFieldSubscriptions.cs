using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>A subscription has one root field, which no directive can take away.</summary>
internal sealed class SingleFieldSubscriptions(ValidationContext context) : ValidationRule(context)
{
    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var operation in Context.Operations.Where(operation => operation.Operation == OperationKind.Subscription))
        {
            Check(operation, operation.Name is null ? "Anonymous Subscription" : $"Subscription \"{operation.Name}\"");
        }
    }

    private void Check(OperationDefinitionNode operation, string who)
    {
        var (fields, conditions) = Collect(operation.SelectionSet);
        if (conditions.Count > 0)
        {
            Context.Report($"{who} must not use `@skip` or `@include` directives in the top level selection.", [.. conditions]);
        }

        if (fields.DistinctBy(field => field.ResponseName).Skip(1).Any())
        {
            var others = fields.Where(field => field.ResponseName != fields[0].ResponseName);
            Context.Report($"{who} must select only one top level field.", [.. others.Select(field => field.Location)]);
        }

        foreach (var field in fields.Where(field => field.Name.StartsWith("__", StringComparison.Ordinal)))
        {
            Context.Report($"{who} must not select an introspection top level field.", field.Location);
        }
    }

    private (List<FieldNode> Fields, List<Location> Conditions) Collect(SelectionSetNode root)
    {
        var (fields, conditions) = (new List<FieldNode>(), new List<Location>());
        var seen = new HashSet<string>();
        var open = new Stack<SelectionNode>(root.Selections.Reverse());
        while (open.TryPop(out var selection))
        {
            conditions.AddRange(selection.Directives.Where(directive => directive.Name is "skip" or "include").Select(directive => directive.Location));
            var inner = selection switch
            {
                InlineFragmentNode inline => inline.SelectionSet,
                FragmentSpreadNode spread when seen.Add(spread.Name) => Context.Fragments.GetValueOrDefault(spread.Name)?.SelectionSet,
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
}
