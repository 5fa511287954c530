using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>No operation asks for more aliases than the options allow, so that one request cannot be a thousand.</summary>
internal sealed class MaximumAliases(ValidationContext context) : OperationLimit(
    context,
    context.Options.MaximumAliases,
    (one, other) => one + other,
    $"The operation uses more than {context.Options.MaximumAliases} aliases. Ask in several requests.")
{
    public override void EnterField(FieldNode field, NamedType? parent, FieldDefinition? definition) => Add(field.Alias is null ? 0 : 1);

    public override void EnterFragmentSpread(FragmentSpreadNode spread, NamedType? parent) => AddSpread(spread, 0);
}
