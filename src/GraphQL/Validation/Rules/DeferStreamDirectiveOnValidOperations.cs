using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>Nothing of a subscription is put off, unless a condition can forbid it.</summary>
internal sealed class DeferStreamDirectiveOnValidOperations(ValidationContext context) : ValidationRule(context)
{
    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var operation in Context.Operations.Where(operation => operation.Operation == OperationKind.Subscription))
        {
            var seen = new HashSet<string>();
            var open = new Queue<(SelectionSetNode Selections, Trail? Trail)>([(operation.SelectionSet, null)]);
            while (open.TryDequeue(out var next))
            {
                foreach (var selection in next.Selections.Selections.Where(selection => !CanBeLeftOut(selection)))
                {
                    Report(selection, next.Trail);
                    if (selection is FragmentSpreadNode spread && seen.Add(spread.Name) && Context.Fragments.TryGetValue(spread.Name, out var fragment))
                    {
                        open.Enqueue((fragment.SelectionSet, new Trail(spread, next.Trail)));
                    }
                    else if ((selection as InlineFragmentNode)?.SelectionSet is { } inline)
                    {
                        open.Enqueue((inline, next.Trail));
                    }
                    else if ((selection as FieldNode)?.SelectionSet is { } below)
                    {
                        open.Enqueue((below, next.Trail));
                    }
                }
            }
        }
    }

    private void Report(SelectionNode selection, Trail? trail)
    {
        foreach (var directive in selection.Directives.Where(directive => directive.Name == "defer" && Condition(directive) is not (VariableNode or BooleanValueNode { Value: false })))
        {
            var places = new List<Location> { directive.Location };
            for (var above = trail; above is not null; above = above.Above)
            {
                places.Add(above.Spread.Location);
            }

            Context.Report("Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`.", [.. places]);
        }
    }

    private static bool CanBeLeftOut(SelectionNode selection) =>
        (Find(selection, "skip") is { } skip && Condition(skip) is not BooleanValueNode { Value: false })
        || (Find(selection, "include") is { } include && Condition(include) is not (null or BooleanValueNode { Value: true }));

    private static DirectiveNode? Find(SelectionNode selection, string name) => selection.Directives.FirstOrDefault(directive => directive.Name == name);

    private static ValueNode? Condition(DirectiveNode directive) => directive.Arguments.FirstOrDefault(argument => argument.Name == "if")?.Value;

    private sealed record Trail(FragmentSpreadNode Spread, Trail? Above);
}
