using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Validation;

/// <summary>Collects the fields of selection sets that are merged, fragments followed, and counts what it collects.</summary>
internal sealed class FieldScopes(ValidationContext context)
{
    private readonly Dictionary<SyntaxNode, int> _ids = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _reached = [];
    private int _visits;

    /// <summary>Whether the document asks for more work than the options allow.</summary>
    public bool IsExhausted => _visits > context.Options.MaximumFieldMerges;

    /// <summary>Whether a fragment was followed in any scope so far.</summary>
    public bool WasReached(FragmentDefinitionNode fragment) => _reached.Contains(fragment.Name);

    /// <summary>Counts fields that are looked at once more.</summary>
    public void Count(int fields) => _visits += fields;

    /// <summary>The fields of a definition's own selections.</summary>
    public List<FieldInScope> Root(SelectionSetNode selections, NamedType? type)
    {
        var fields = new List<FieldInScope>();
        Collect(selections, type, null, [], fields);
        return fields;
    }

    /// <summary>The fields that are merged below some fields of one response name.</summary>
    public List<FieldInScope> Below(IReadOnlyList<FieldInScope> parents)
    {
        var fields = new List<FieldInScope>();
        var followed = new HashSet<string>();
        foreach (var parent in parents)
        {
            if (parent.Node.SelectionSet is { } selections)
            {
                Collect(selections, parent.Definition?.Type.Named, parent, followed, fields);
            }
        }

        return fields;
    }

    // With a queue of its own: a chain of fragments may be as long as a document.
    private void Collect(SelectionSetNode root, NamedType? rootType, FieldInScope? above, HashSet<string> followed, List<FieldInScope> fields)
    {
        var open = new Queue<(SelectionSetNode Selections, NamedType? Type)>([(root, rootType)]);
        while (!IsExhausted && open.TryDequeue(out var next))
        {
            foreach (var selection in next.Selections.Selections)
            {
                _visits++;
                switch (selection)
                {
                    case FieldNode field:
                        var definition = next.Type is null ? null : context.Schema.FindField(next.Type, field.Name);
                        fields.Add(new FieldInScope(IdOf(field), field, next.Type, definition, above));
                        break;
                    case InlineFragmentNode inline:
                        open.Enqueue((inline.SelectionSet, inline.TypeCondition is null ? next.Type : context.ResolveCondition(inline.TypeCondition)));
                        break;
                    case FragmentSpreadNode spread when followed.Add(spread.Name) && context.Fragments.TryGetValue(spread.Name, out var fragment):
                        _reached.Add(spread.Name);
                        open.Enqueue((fragment.SelectionSet, context.ResolveCondition(fragment.TypeCondition)));
                        break;
                }
            }
        }
    }

    private int IdOf(FieldNode field)
    {
        if (!_ids.TryGetValue(field, out var id))
        {
            _ids[field] = id = _ids.Count;
        }

        return id;
    }
}
