using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>Every selected field exists on the type it is selected on.</summary>
internal sealed class FieldsOnCorrectType(ValidationContext context) : ValidationRule(context)
{
    public override void EnterField(FieldNode field, NamedType? parent, FieldDefinition? definition)
    {
        if (parent is not null && definition is null)
        {
            var suggestion = Suggestion.For(field.Name, Context, () => (parent as ComplexType)?.Fields.Select(known => known.Name) ?? []);
            Context.Report($"Cannot query field \"{field.Name}\" on type \"{parent}\".{suggestion}", field.Location);
        }
    }
}
