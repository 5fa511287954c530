using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Validation;

/// <summary>
/// Adds up what operations cost with their fragments expanded, though every definition is looked at once: a
/// document can be exponentially smaller than what it asks for. Costs stop growing at <paramref name="ceiling"/>.
/// </summary>
/// <param name="ceiling">The highest cost told.</param>
/// <param name="combine">How the cost of a spread joins what its surroundings cost: the greater, or the sum.</param>
internal sealed class ExpandedCost(int ceiling, Func<int, int, int> combine)
{
    private readonly Dictionary<SyntaxNode, int> _own = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SyntaxNode, List<(string Fragment, int Offset)>> _spreads = new(ReferenceEqualityComparer.Instance);
    private ExecutableDefinitionNode? _definition;

    /// <summary>Starts a definition; what follows is its own.</summary>
    public void Begin(ExecutableDefinitionNode definition)
    {
        _definition = definition;
        _own[definition] = 0;
        _spreads[definition] = [];
    }

    public void Add(int cost) => _own[_definition!] = Join(_own[_definition!], cost);

    /// <summary>Notes a spread at a place that itself costs <paramref name="offset"/>.</summary>
    public void AddSpread(string fragment, int offset) => _spreads[_definition!].Add((fragment, offset));

    /// <summary>The cost of every operation, once the document is left.</summary>
    public IEnumerable<(OperationDefinitionNode Operation, int Cost)> Totals(ValidationContext context)
    {
        var fragments = new Dictionary<string, int>();
        foreach (var fragment in context.FragmentsCalleesFirst())
        {
            fragments[fragment.Name] = Total(fragment, fragments);
        }

        return context.Operations.Select(operation => (operation, Total(operation, fragments)));
    }

    private int Total(ExecutableDefinitionNode definition, Dictionary<string, int> fragments)
    {
        var total = _own.GetValueOrDefault(definition);
        foreach (var (fragment, offset) in _spreads.GetValueOrDefault(definition) ?? [])
        {
            total = Join(total, offset + fragments.GetValueOrDefault(fragment));
        }

        return total;
    }

    private int Join(int one, int other) => Math.Min(ceiling, combine(one, other));
}
