using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>An operation declares a variable once.</summary>
internal sealed class UniqueVariableNames(ValidationContext context) : ValidationRule(context)
{
    public override void EnterOperation(OperationDefinitionNode operation) => ReportDuplicates(
        operation.VariableDefinitions,
        variable => variable.Name,
        variable => variable.Variable.Location,
        name => $"There can be only one variable named \"${name}\".");
}
