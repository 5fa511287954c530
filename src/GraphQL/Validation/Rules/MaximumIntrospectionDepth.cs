using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>
/// Introspection does not go round in circles: every list of fields or types within another multiplies the answer
/// by the size of the schema.
/// </summary>
internal sealed class MaximumIntrospectionDepth(ValidationContext context) : OperationLimit(
    context,
    context.Options.MaximumIntrospectionDepth,
    Math.Max,
    $"The operation nests more than {context.Options.MaximumIntrospectionDepth} lists of fields or types in introspection.")
{
    private int _level;

    public override void EnterField(FieldNode field, NamedType? parent, FieldDefinition? definition)
    {
        _level += WeightOf(field, parent);
        Add(_level);
    }

    public override void LeaveField(FieldNode field, NamedType? parent, FieldDefinition? definition) => _level -= WeightOf(field, parent);

    public override void EnterFragmentSpread(FragmentSpreadNode spread, NamedType? parent) => AddSpread(spread, _level);

    private static int WeightOf(FieldNode field, NamedType? parent) =>
        parent?.Name == "__Type" && field.Name is ("fields" or "interfaces" or "possibleTypes" or "inputFields") ? 1 : 0;
}
