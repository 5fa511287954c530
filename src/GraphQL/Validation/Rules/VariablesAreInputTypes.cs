using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>Variables have types that can be given.</summary>
internal sealed class VariablesAreInputTypes(ValidationContext context) : ValidationRule(context)
{
    public override void EnterVariableDefinition(VariableDefinitionNode variable, GraphQLType? type)
    {
        if (type is { IsInputType: false })
        {
            Context.Report($"Variable \"${variable.Name}\" cannot be non-input type \"{type}\".", variable.Type.Location);
        }
    }
}
