using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>No operation selects more fields, its fragments expanded, than the options allow: a page of text can ask for a billion.</summary>
internal sealed class MaximumOperationFields(ValidationContext context) : OperationLimit(
    context,
    context.Options.MaximumOperationFields,
    (one, other) => one + other,
    $"The operation selects more than {context.Options.MaximumOperationFields} fields with its fragments expanded. Ask in several requests.")
{
    public override void EnterField(FieldNode field, NamedType? parent, FieldDefinition? definition) => Add(1);

    public override void EnterFragmentSpread(FragmentSpreadNode spread, NamedType? parent) => AddSpread(spread, 0);
}
