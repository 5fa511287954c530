using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>
/// No field stands within itself more often than the options allow: a person's requests' persons' requests cost
/// more by the power of their depth. Introspection has limits of its own.
/// </summary>
internal sealed class MaximumFieldCycles(ValidationContext context) : ValidationRule(context)
{
    private readonly List<FieldDefinition> _path = [];
    private readonly Dictionary<SyntaxNode, Found> _found = new(ReferenceEqualityComparer.Instance);
    private Found _current = new();

    public override void EnterOperation(OperationDefinitionNode operation) => Begin(operation);

    public override void EnterFragment(FragmentDefinitionNode fragment) => Begin(fragment);

    public override void EnterField(FieldNode field, NamedType? parent, FieldDefinition? definition)
    {
        if (IsCounted(field, definition))
        {
            _path.Add(definition!);
            _current.Raise(definition!, TimesOnPath(_path, definition!));
        }
    }

    public override void LeaveField(FieldNode field, NamedType? parent, FieldDefinition? definition)
    {
        if (IsCounted(field, definition))
        {
            _path.RemoveAt(_path.Count - 1);
        }
    }

    public override void EnterFragmentSpread(FragmentSpreadNode spread, NamedType? parent) => _current.Spreads.Add((spread.Name, [.. _path]));

    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var definition in Context.FragmentsCalleesFirst().Cast<ExecutableDefinitionNode>().Concat(Context.Operations))
        {
            AddSpreads(_found[definition]);
        }

        foreach (var operation in Context.Operations)
        {
            if (_found[operation].Most.FirstOrDefault(most => most.Value > Context.Options.MaximumFieldCycles).Key is { } field)
            {
                Context.Report(
                    $"The operation selects \"{field.DeclaringType}.{field.Name}\" within itself more than {Context.Options.MaximumFieldCycles} times. Ask in several requests.",
                    operation.Location);
            }
        }
    }

    private static bool IsCounted(FieldNode field, FieldDefinition? definition) =>
        field.SelectionSet is not null && definition is { DeclaringType: { } type } && !type.Name.StartsWith("__", StringComparison.Ordinal);

    private static int TimesOnPath(IReadOnlyList<FieldDefinition> path, FieldDefinition field) => path.Count(above => above == field);

    private void Begin(ExecutableDefinitionNode definition) => _found[definition] = _current = new Found();

    private void AddSpreads(Found found)
    {
        foreach (var (name, path) in found.Spreads)
        {
            if (Context.Fragments.TryGetValue(name, out var fragment))
            {
                foreach (var (field, times) in _found[fragment].Most.ToArray())
                {
                    found.Raise(field, times + TimesOnPath(path, field));
                }
            }
        }
    }

    /// <summary>What a definition holds: how often fields stand on one path at most, and which fragments are spread below which fields.</summary>
    private sealed class Found
    {
        public Dictionary<FieldDefinition, int> Most { get; } = [];

        public List<(string Fragment, FieldDefinition[] Path)> Spreads { get; } = [];

        public void Raise(FieldDefinition field, int times) => Most[field] = Math.Max(Most.GetValueOrDefault(field), times);
    }
}
