using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>An operation or its fragments use every variable that it declares.</summary>
internal sealed class NoUnusedVariables(ValidationContext context) : ValidationRule(context)
{
    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var operation in Context.Operations.Where(operation => operation.VariableDefinitions.Count > 0).TakeWhile(_ => !Context.IsFull))
        {
            var used = Context.ReachedFrom(operation).SelectMany(Context.UsagesIn).Select(usage => usage.Node.Name).ToHashSet();
            foreach (var variable in operation.VariableDefinitions.Where(variable => !used.Contains(variable.Name)))
            {
                var where = operation.Name is null ? string.Empty : $" in operation \"{operation.Name}\"";
                Context.Report($"Variable \"${variable.Name}\" is never used{where}.", variable.Location);
            }
        }
    }
}
