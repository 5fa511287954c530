using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>No fragment spreads itself, directly or through others.</summary>
internal sealed class NoFragmentCycles(ValidationContext context) : ValidationRule(context)
{
    private const int MostNamesTold = 8;

    private readonly HashSet<string> _seen = [];

    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var fragment in Context.Fragments.Values.Where(fragment => _seen.Add(fragment.Name)))
        {
            Search(fragment);
        }
    }

    // Depth first with a stack of its own: a chain of fragments may be as long as a document.
    private void Search(FragmentDefinitionNode root)
    {
        var path = new List<FragmentSpreadNode>();
        var position = new Dictionary<string, int> { [root.Name] = 0 };
        var open = new Stack<(FragmentDefinitionNode Fragment, int NextSpread)>([(root, 0)]);
        while (open.TryPop(out var top) && !Context.IsFull)
        {
            var spreads = Context.SpreadsIn(top.Fragment);
            if (top.NextSpread == spreads.Count)
            {
                position.Remove(top.Fragment.Name);
                if (path.Count > 0)
                {
                    path.RemoveAt(path.Count - 1);
                }

                continue;
            }

            open.Push((top.Fragment, top.NextSpread + 1));
            var spread = spreads[top.NextSpread];
            if (position.TryGetValue(spread.Name, out var start))
            {
                ReportCycle([.. path.Skip(start), spread]);
            }
            else if (Context.Fragments.TryGetValue(spread.Name, out var next) && _seen.Add(next.Name))
            {
                path.Add(spread);
                position[next.Name] = path.Count;
                open.Push((next, 0));
            }
        }
    }

    private void ReportCycle(IReadOnlyList<FragmentSpreadNode> cycle)
    {
        // An error must not be as long as a hostile document.
        var names = cycle.SkipLast(1).Select(spread => $"\"{spread.Name}\"").Take(MostNamesTold);
        var via = string.Join(", ", cycle.Count - 1 > MostNamesTold ? names.Append("and others") : names);
        Context.Report(
            $"Cannot spread fragment \"{cycle[^1].Name}\" within itself{(via.Length > 0 ? $" via {via}" : string.Empty)}.",
            [.. cycle.Select(spread => spread.Location).TakeLast(MostNamesTold + 1)]);
    }
}
