using System.Collections.Immutable;
using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Validation;

/// <summary>
/// What the rules share: the schema, what the walker has found so far, and the errors. What concerns several
/// definitions is complete when the document is left.
/// </summary>
internal sealed class ValidationContext
{
    // A document can make any number of places wrong at once; an error must not be as long as it.
    private const int MostPlacesTold = 20;

    private readonly List<GraphQLError> _errors = [];
    private readonly Dictionary<SyntaxNode, List<VariableUsage>> _usages = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SyntaxNode, List<FragmentSpreadNode>> _spreads = new(ReferenceEqualityComparer.Instance);

    public ValidationContext(Schema schema, DocumentNode document, ValidationOptions options)
    {
        Schema = schema;
        Document = document;
        Options = options;
        Operations = [.. document.Definitions.OfType<OperationDefinitionNode>()];
        Fragments = document.Definitions.OfType<FragmentDefinitionNode>().GroupBy(fragment => fragment.Name).ToDictionary(same => same.Key, same => same.Last());
    }

    public Schema Schema { get; }

    public DocumentNode Document { get; }

    public ValidationOptions Options { get; }

    public ImmutableArray<OperationDefinitionNode> Operations { get; }

    /// <summary>Fragments by name; the last one where a name is taken twice, as the reference implementation does.</summary>
    public IReadOnlyDictionary<string, FragmentDefinitionNode> Fragments { get; }

    public IReadOnlyList<GraphQLError> Errors => _errors;

    /// <summary>Whether enough has been found; whatever is reported later is dropped.</summary>
    public bool IsFull => _errors.Count >= Options.MaximumErrors;

    public void Report(string message, params ReadOnlySpan<Location> locations)
    {
        if (!IsFull)
        {
            _errors.Add(GraphQLError.WithCode(message, DocumentValidator.ErrorCode, locations[..Math.Min(locations.Length, MostPlacesTold)].ToArray()));
        }
    }

    public void Record(ExecutableDefinitionNode definition, VariableUsage usage) => ListOf(_usages, definition).Add(usage);

    public void Record(ExecutableDefinitionNode definition, FragmentSpreadNode spread) => ListOf(_spreads, definition).Add(spread);

    /// <summary>The variables used in a definition itself, without those of fragments that it spreads.</summary>
    public IReadOnlyList<VariableUsage> UsagesIn(ExecutableDefinitionNode definition) => _usages.GetValueOrDefault(definition) ?? [];

    /// <summary>The fragments spread in a definition itself.</summary>
    public IReadOnlyList<FragmentSpreadNode> SpreadsIn(ExecutableDefinitionNode definition) => _spreads.GetValueOrDefault(definition) ?? [];

    /// <summary>The operations given and every fragment that they reach, each once.</summary>
    public IReadOnlyList<ExecutableDefinitionNode> ReachedFrom(params ReadOnlySpan<OperationDefinitionNode> operations)
    {
        var seen = new HashSet<string>();
        List<ExecutableDefinitionNode> reached = [.. operations];

        // The list grows while it is read: it is its own work queue.
        for (var index = 0; index < reached.Count; index++)
        {
            foreach (var spread in SpreadsIn(reached[index]))
            {
                if (seen.Add(spread.Name) && Fragments.TryGetValue(spread.Name, out var fragment))
                {
                    reached.Add(fragment);
                }
            }
        }

        return reached;
    }

    /// <summary>Every fragment after all those that it spreads; where they form a cycle, in any order.</summary>
    public IEnumerable<FragmentDefinitionNode> FragmentsCalleesFirst()
    {
        var seen = new HashSet<string>();
        var open = new Stack<(FragmentDefinitionNode Fragment, int NextSpread)>();
        foreach (var root in Fragments.Values.Where(root => seen.Add(root.Name)))
        {
            open.Push((root, 0));
            while (open.TryPop(out var top))
            {
                var spreads = SpreadsIn(top.Fragment);
                if (top.NextSpread == spreads.Count)
                {
                    yield return top.Fragment;
                    continue;
                }

                open.Push((top.Fragment, top.NextSpread + 1));
                var name = spreads[top.NextSpread].Name;
                if (Fragments.TryGetValue(name, out var callee) && seen.Add(name))
                {
                    open.Push((callee, 0));
                }
            }
        }
    }

    /// <summary>The type that a reference means; null when its name is unknown.</summary>
    public GraphQLType? Resolve(TypeNode reference)
    {
        switch (reference)
        {
            case NonNullTypeNode nonNull:
                return Resolve(nonNull.InnerType) is { } inner ? new NonNullType(inner) : null;
            case ListTypeNode list:
                return Resolve(list.ItemType) is { } item ? new ListType(item) : null;
            default:
                return Schema.FindType(((NamedTypeNode)reference).Name);
        }
    }

    /// <summary>The composite type that a fragment's condition names; null when there is none such.</summary>
    public NamedType? ResolveCondition(NamedTypeNode condition) =>
        Schema.FindType(condition.Name) is { IsComposite: true } type ? type : null;

    /// <summary>The type whose fields an operation selects; null when the schema has none.</summary>
    public ObjectType? RootType(OperationKind kind) => kind switch
    {
        OperationKind.Query => Schema.QueryType,
        OperationKind.Mutation => Schema.MutationType,
        _ => Schema.SubscriptionType,
    };

    private static List<T> ListOf<T>(Dictionary<SyntaxNode, List<T>> lists, SyntaxNode key)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists[key] = list = [];
        }

        return list;
    }
}
