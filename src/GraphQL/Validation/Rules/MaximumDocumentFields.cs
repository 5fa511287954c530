using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>A document has no more fields than the options allow, whatever of it is asked for.</summary>
internal sealed class MaximumDocumentFields(ValidationContext context) : ValidationRule(context)
{
    private int _fields;

    public override void EnterField(FieldNode field, NamedType? parent, FieldDefinition? definition)
    {
        if (++_fields == Context.Options.MaximumDocumentFields + 1)
        {
            Context.Report($"The document has more than {Context.Options.MaximumDocumentFields} fields. Ask in several requests.", field.Location);
        }
    }
}
