using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>A document to be executed defines operations and fragments only.</summary>
internal sealed class ExecutableDefinitions(ValidationContext context) : ValidationRule(context)
{
    public override void EnterDocument(DocumentNode document)
    {
        foreach (var definition in document.Definitions.OfType<TypeSystemDefinitionNode>())
        {
            var name = definition is SchemaDefinitionNode ? definition.Name : $"\"{definition.Name}\"";
            Context.Report($"The {name} definition is not executable.", definition.Location);
        }
    }
}
