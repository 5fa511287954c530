using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>
/// Fields that share a response name can be merged. All of a group are compared with its first member instead of
/// each with each, and a group that was seen is not looked at again, so that the work grows with the document and
/// not with its square.
/// </summary>
internal sealed class OverlappingFieldsCanBeMerged(ValidationContext context) : ValidationRule(context)
{
    private const int MostNamesTold = 16;

    private readonly FieldScopes _scopes = new(context);
    private readonly Queue<(List<FieldInScope> Fields, bool IsShape)> _open = new();
    private readonly HashSet<(bool IsShape, string Group)> _seen = [];
    private readonly HashSet<(int, int)> _reported = [];
    private readonly Dictionary<int, string> _arguments = [];

    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var definition in Context.Operations.Cast<ExecutableDefinitionNode>().Concat(Context.Fragments.Values))
        {
            if (definition is FragmentDefinitionNode fragment && _scopes.WasReached(fragment))
            {
                continue;
            }

            Check(_scopes.Root(definition.SelectionSet, definition is FragmentDefinitionNode part
                ? Context.ResolveCondition(part.TypeCondition)
                : Context.RootType(((OperationDefinitionNode)definition).Operation)));
        }

        if (_scopes.IsExhausted)
        {
            Context.Report("Too many fields of the document may overlap to decide whether they can be merged. Ask for less, or use fewer fragments.", document.Location);
        }
    }

    private void Check(List<FieldInScope> root)
    {
        _open.Enqueue((root, false));
        _open.Enqueue((root, true));
        while (!Context.IsFull && !_scopes.IsExhausted && _open.TryDequeue(out var next))
        {
            foreach (var sameName in next.Fields.GroupBy(field => field.Node.ResponseName))
            {
                var group = sameName.ToList();
                if (next.IsShape)
                {
                    CheckShape(group);
                }
                else
                {
                    foreach (var common in GroupByCommonParent(group).TakeWhile(_ => !_scopes.IsExhausted))
                    {
                        _scopes.Count(common.Count);
                        CheckSameField(common);
                    }
                }
            }
        }
    }

    /// <summary>Fields of two different object types never meet in one response; all others may.</summary>
    private static IEnumerable<List<FieldInScope>> GroupByCommonParent(List<FieldInScope> group)
    {
        var anywhere = group.Where(field => field.Parent is not ObjectType).ToList();
        var concrete = group.Where(field => field.Parent is ObjectType).GroupBy(field => field.Parent!).ToList();
        return concrete.Count == 0 ? [anywhere] : concrete.Select(one => anywhere.Count == 0 ? [.. one] : one.Concat(anywhere).OrderBy(field => field.Id).ToList());
    }

    private void CheckSameField(List<FieldInScope> group)
    {
        if (!_seen.Add((false, KeyOf(group))))
        {
            return;
        }

        var first = group[0];
        foreach (var other in group.Skip(1))
        {
            if (other.Node.Name != first.Node.Name)
            {
                Report(first, other, $"\"{first.Node.Name}\" and \"{other.Node.Name}\" are different fields");
                return;
            }

            if (ArgumentsOf(first) != ArgumentsOf(other))
            {
                Report(first, other, "they have differing arguments");
                return;
            }
        }

        _open.Enqueue((_scopes.Below(group), false));
    }

    private void CheckShape(List<FieldInScope> group)
    {
        if (!_seen.Add((true, KeyOf(group))))
        {
            return;
        }

        var first = group.Find(field => field.Definition is not null);
        foreach (var other in group)
        {
            if (first?.Definition is { } one && other.Definition is { } two && !HaveSameShape(one.Type, two.Type))
            {
                Report(first, other, $"they return conflicting types \"{one.Type}\" and \"{two.Type}\"");
                return;
            }

            if (first is not null && _reported.Contains((first.Id, other.Id)))
            {
                return;
            }
        }

        _open.Enqueue((_scopes.Below(group), true));
    }

    private static bool HaveSameShape(GraphQLType one, GraphQLType two) => (one, two) switch
    {
        (NonNullType a, NonNullType b) => HaveSameShape(a.InnerType, b.InnerType),
        (NonNullType, _) or (_, NonNullType) => false,
        (ListType a, ListType b) => HaveSameShape(a.ElementType, b.ElementType),
        (ListType, _) or (_, ListType) => false,
        (NamedType a, NamedType b) => a == b || (a.IsComposite && b.IsComposite),
        _ => false,
    };

    private void Report(FieldInScope one, FieldInScope two, string reason)
    {
        if (!_reported.Add((one.Id, two.Id)))
        {
            return;
        }

        // Both chains end at the field that the two have in common: what stands above it is one place, not two.
        var (ones, twos) = (new Stack<FieldInScope>(), new Stack<FieldInScope>());
        for (var (a, b) = (one, two); a is not null && b is not null && a.Id != b.Id; (a, b) = (a.Above!, b.Above!))
        {
            ones.Push(a);
            twos.Push(b);
        }

        var message = string.Join(" conflict because subfields ", ones.Take(MostNamesTold).Select(field => $"\"{field.Node.ResponseName}\""));
        Context.Report(
            $"Fields {message} conflict because {reason}. Use different aliases on the fields to fetch both if this was intentional.",
            [.. ones.Concat(twos).Select(field => field.Node.Location)]);
    }

    private static string KeyOf(List<FieldInScope> group) => string.Join(',', group.Select(field => field.Id).Order());

    /// <summary>The arguments in one order, whatever order they were written in.</summary>
    private string ArgumentsOf(FieldInScope field)
    {
        if (field.Node.Arguments.Count == 0)
        {
            return string.Empty;
        }

        if (!_arguments.TryGetValue(field.Id, out var text))
        {
            var sorted = field.Node.Arguments.Select(argument => new ObjectFieldNode(argument.Name, argument.Value, argument.Location));
            _arguments[field.Id] = text = SyntaxPrinter.Print(Sort(new ObjectValueNode([.. sorted], field.Node.Location)));
        }

        return text;
    }

    private static ValueNode Sort(ValueNode value) => value switch
    {
        ObjectValueNode fields => fields with
        {
            Fields = [.. fields.Fields.OrderBy(field => field.Name, StringComparer.Ordinal).Select(field => field with { Value = Sort(field.Value) })],
        },
        ListValueNode list => list with { Values = [.. list.Values.Select(Sort)] },
        _ => value,
    };
}
