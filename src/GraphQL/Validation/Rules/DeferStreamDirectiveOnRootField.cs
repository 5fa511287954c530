using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>What a mutation or subscription does first is not put off.</summary>
internal sealed class DeferStreamDirectiveOnRootField(ValidationContext context) : ValidationRule(context)
{
    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var operation in Context.Operations.Where(operation => operation.Operation != OperationKind.Query && Context.RootType(operation.Operation) is not null))
        {
            Check(operation);
        }
    }

    private void Check(OperationDefinitionNode operation)
    {
        var seen = new HashSet<string>();
        var open = new Stack<SelectionNode>(operation.SelectionSet.Selections.Reverse());
        while (open.TryPop(out var selection))
        {
            var below = selection switch
            {
                InlineFragmentNode inline => inline.SelectionSet,
                FragmentSpreadNode spread when seen.Add(spread.Name) => Context.Fragments.GetValueOrDefault(spread.Name)?.SelectionSet,
                _ => null,
            };
            if (below is not null && selection.Directives.FirstOrDefault(directive => directive.Name == "defer") is { } defer)
            {
                Context.Report(
                    $"Defer directive cannot be used on root {operation.Operation.ToString().ToLowerInvariant()} type \"{Context.RootType(operation.Operation)}\".",
                    defer.Location);
            }

            foreach (var next in below?.Selections.Reverse() ?? [])
            {
                open.Push(next);
            }
        }
    }
}
