using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>An operation declares every variable that it or its fragments use.</summary>
internal sealed class NoUndefinedVariables(ValidationContext context) : ValidationRule(context)
{
    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var operation in Context.Operations.TakeWhile(_ => !Context.IsFull))
        {
            var defined = operation.VariableDefinitions.Select(variable => variable.Name).ToHashSet();
            var usages = Context.ReachedFrom(operation).SelectMany(Context.UsagesIn);
            foreach (var usage in usages.Where(usage => !defined.Contains(usage.Node.Name)).TakeWhile(_ => !Context.IsFull))
            {
                var where = operation.Name is null ? string.Empty : $" by operation \"{operation.Name}\"";
                Context.Report($"Variable \"${usage.Node.Name}\" is not defined{where}.", usage.Node.Location, operation.Location);
            }
        }
    }
}
