using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>The schema supports the kind of every operation.</summary>
internal sealed class KnownOperationTypes(ValidationContext context) : ValidationRule(context)
{
    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (Context.RootType(operation.Operation) is null)
        {
            Context.Report($"The {operation.Operation.ToString().ToLowerInvariant()} operation is not supported by the schema.", operation.Location);
        }
    }
}
