using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>No two fragments have the same name.</summary>
internal sealed class UniqueFragmentNames(ValidationContext context) : ValidationRule(context)
{
    public override void EnterDocument(DocumentNode document) => ReportDuplicates(
        [.. document.Definitions.OfType<FragmentDefinitionNode>()],
        fragment => fragment.Name,
        fragment => fragment.NameLocation,
        name => $"There can be only one fragment named \"{name}\".");
}
