using PersonalDataHub.GraphQL.DifferentialTests.Running;
using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.DifferentialTests.Comparison;

/// <summary>Places in a document about which deviations speak, such as <c>1:7</c>.</summary>
internal sealed class KnownPlaces
{
    public KnownPlaces(string text)
    {
        foreach (var definition in OurJudge.Parse(text).Document?.Definitions ?? [])
        {
            Visit(definition);
        }
    }

    /// <summary>Selections of <c>__typename</c> and the like.</summary>
    public HashSet<string> MetaFields { get; } = [];

    /// <summary>Values in arguments, by the place of the directive that has them.</summary>
    public Dictionary<string, string> DirectiveValues { get; } = [];

    /// <summary>Values of input fields that are given again later in the same object.</summary>
    public HashSet<string> RepeatedValues { get; } = [];

    /// <summary>Whether a variable decides about selections.</summary>
    public bool HasConditions { get; private set; }

    private void Visit(SyntaxNode? node)
    {
        switch (node)
        {
            case OperationDefinitionNode n:
                Visit(n.VariableDefinitions);
                Visit(n.Directives);
                Visit(n.SelectionSet);
                break;
            case FragmentDefinitionNode n:
                Visit(n.Directives);
                Visit(n.SelectionSet);
                break;
            case VariableDefinitionNode n:
                Visit(n.DefaultValue);
                Visit(n.Directives);
                break;
            case SelectionSetNode n:
                Visit(n.Selections);
                break;
            case FieldNode n:
                _ = n.Name.StartsWith("__", StringComparison.Ordinal) && MetaFields.Add(Place(n));
                Visit(n.Arguments);
                Visit(n.Directives);
                Visit(n.SelectionSet);
                break;
            case InlineFragmentNode n:
                Visit(n.Directives);
                Visit(n.SelectionSet);
                break;
            case FragmentSpreadNode n:
                Visit(n.Directives);
                break;
            case DirectiveNode n:
                n.Arguments.SelectMany(a => All(a.Value)).ToList().ForEach(v => DirectiveValues[Place(v)] = Place(n));
                HasConditions |= n.Name is "skip" or "include" && n.Arguments.Any(a => a.Value is VariableNode);
                Visit(n.Arguments);
                break;
            case ArgumentNode n:
                Visit(n.Value);
                break;
            case ListValueNode n:
                Visit(n.Values);
                break;
            case ObjectValueNode n:
                RepeatedValues.UnionWith(n.Fields.Where((f, i) => n.Fields.Skip(i + 1).Any(later => later.Name == f.Name)).SelectMany(f => All(f.Value)).Select(Place));
                Visit(n.Fields);
                break;
            case ObjectFieldNode n:
                Visit(n.Value);
                break;
            default:
                break;
        }
    }

    private void Visit(IReadOnlyList<SyntaxNode> nodes)
    {
        foreach (var node in nodes)
        {
            Visit(node);
        }
    }

    /// <summary>A value and all within it; of the fields of objects the names too.</summary>
    private static IEnumerable<SyntaxNode> All(ValueNode value) => value switch
    {
        ListValueNode list => list.Values.SelectMany(All).Prepend<SyntaxNode>(list),
        ObjectValueNode fields => fields.Fields.SelectMany(f => All(f.Value).Prepend(f)).Prepend<SyntaxNode>(fields),
        _ => [value],
    };

    private static string Place(SyntaxNode node) => $"{node.Location.Line}:{node.Location.Column}";
}
