using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>No two operations have the same name.</summary>
internal sealed class UniqueOperationNames(ValidationContext context) : ValidationRule(context)
{
    public override void EnterDocument(DocumentNode document) => ReportDuplicates(
        [.. Context.Operations.Where(operation => operation.Name is not null)],
        operation => operation.Name!,
        operation => operation.NameLocation,
        name => $"There can be only one operation named \"{name}\".");
}
