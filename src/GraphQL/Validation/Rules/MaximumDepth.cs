using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>No operation selects more levels of fields than the options allow; introspection is counted apart.</summary>
internal sealed class MaximumDepth(ValidationContext context) : OperationLimit(
    context,
    context.Options.MaximumDepth,
    Math.Max,
    $"The operation selects more than {context.Options.MaximumDepth} levels of fields. Ask for fewer levels, or in several requests.")
{
    private int _level;

    public override void EnterField(FieldNode field, NamedType? parent, FieldDefinition? definition)
    {
        _level += WeightOf(field, parent);
        Add(_level);
    }

    public override void LeaveField(FieldNode field, NamedType? parent, FieldDefinition? definition) => _level -= WeightOf(field, parent);

    public override void EnterFragmentSpread(FragmentSpreadNode spread, NamedType? parent) => AddSpread(spread, _level);

    private static int WeightOf(FieldNode field, NamedType? parent) => MaximumIntrospectionLevels.IsIntrospection(field, parent) ? 0 : 1;
}
