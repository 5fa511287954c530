using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>
/// Introspection does not go round in circles: every list of fields or types within another multiplies the answer
/// by the size of the schema.
/// </summary>
internal sealed class MaximumIntrospectionDepth(ValidationContext context) : LevelLimit(
    context,
    context.Options.MaximumIntrospectionDepth,
    $"The operation nests more than {context.Options.MaximumIntrospectionDepth} lists of fields or types in introspection.")
{
    protected override int WeightOf(FieldNode field, NamedType? parent) =>
        parent?.Name == "__Type" && field.Name is ("fields" or "interfaces" or "possibleTypes" or "inputFields") ? 1 : 0;
}
