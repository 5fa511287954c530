using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>No operation selects more levels of fields than the options allow; introspection is counted apart.</summary>
internal sealed class MaximumDepth(ValidationContext context) : ValidationRule(context)
{
    private readonly ExpandedCost _depth = new(context.Options.MaximumDepth + 1, Math.Max);
    private int _level;

    public override void EnterOperation(OperationDefinitionNode operation) => _depth.Begin(operation);

    public override void EnterFragment(FragmentDefinitionNode fragment) => _depth.Begin(fragment);

    public override void EnterField(FieldNode field, NamedType? parent, FieldDefinition? definition)
    {
        _level += WeightOf(field, parent);
        _depth.Add(_level);
    }

    public override void LeaveField(FieldNode field, NamedType? parent, FieldDefinition? definition) => _level -= WeightOf(field, parent);

    public override void EnterFragmentSpread(FragmentSpreadNode spread, NamedType? parent) => _depth.AddSpread(spread.Name, _level);

    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var (operation, _) in _depth.Totals(Context).Where(total => total.Cost > Context.Options.MaximumDepth))
        {
            Context.Report($"The operation selects more than {Context.Options.MaximumDepth} levels of fields. Ask for fewer levels, or in several requests.", operation.Location);
        }
    }

    private static int WeightOf(FieldNode field, NamedType? parent) =>
        field.Name.StartsWith("__", StringComparison.Ordinal) || (parent is not null && parent.Name.StartsWith("__", StringComparison.Ordinal)) ? 0 : 1;
}
