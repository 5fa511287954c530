using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>No operation selects more fields on its root type than the options allow: each is a request of its own.</summary>
internal sealed class MaximumRootFields(ValidationContext context) : OperationLimit(
    context,
    context.Options.MaximumRootFields,
    (one, other) => one + other,
    $"The operation selects more than {context.Options.MaximumRootFields} fields at its root. Ask in several requests.")
{
    private int _level;

    public override void EnterField(FieldNode field, NamedType? parent, FieldDefinition? definition) => Add(_level++ == 0 ? 1 : 0);

    public override void LeaveField(FieldNode field, NamedType? parent, FieldDefinition? definition) => _level--;

    public override void EnterFragmentSpread(FragmentSpreadNode spread, NamedType? parent)
    {
        if (_level == 0)
        {
            AddSpread(spread, 0);
        }
    }
}
