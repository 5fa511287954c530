using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>No operation selects more levels of fields than the options allow; introspection is counted apart.</summary>
internal sealed class MaximumDepth(ValidationContext context) : LevelLimit(
    context,
    context.Options.MaximumDepth,
    $"The operation selects more than {context.Options.MaximumDepth} levels of fields. Ask for fewer levels, or in several requests.")
{
    protected override int WeightOf(FieldNode field, NamedType? parent) => MaximumIntrospectionLevels.IsIntrospection(field, parent) ? 0 : 1;
}
