using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>
/// Introspection does not go round in circles: every list of fields or types within another multiplies the answer
/// by the size of the schema.
/// </summary>
internal sealed class MaximumIntrospectionDepth(ValidationContext context) : ValidationRule(context)
{
    private readonly ExpandedCost _depth = new(context.Options.MaximumIntrospectionDepth + 1, Math.Max);
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
        foreach (var (operation, _) in _depth.Totals(Context).Where(total => total.Cost > Context.Options.MaximumIntrospectionDepth))
        {
            Context.Report($"The operation nests more than {Context.Options.MaximumIntrospectionDepth} lists of fields or types in introspection.", operation.Location);
        }
    }

    private static int WeightOf(FieldNode field, NamedType? parent) =>
        parent?.Name == "__Type" && field.Name is ("fields" or "interfaces" or "possibleTypes" or "inputFields") ? 1 : 0;
}
