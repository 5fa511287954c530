using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>A document to be executed defines operations and fragments only.</summary>
internal sealed class ExecutableDefinitions(ValidationContext context) : ValidationRule(context)
{
    public override void EnterDocument(DocumentNode document)
    {
        foreach (var definition in document.Definitions.Where(definition => definition is not ExecutableDefinitionNode))
        {
            Context.Report("A type system definition is not executable.", definition.Location);
        }
    }
}
