using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>A directive stands once at a place, unless it may be repeated.</summary>
internal sealed class UniqueDirectivesPerLocation(ValidationContext context) : ValidationRule(context)
{
    public override void EnterDirectives(IReadOnlyList<DirectiveNode> directives) => ReportDuplicates(
        [.. directives.Where(directive => Context.Schema.FindDirective(directive.Name) is { IsRepeatable: false })],
        directive => directive.Name,
        directive => directive.Location,
        name => $"The directive \"@{name}\" can only be used once at this location.");
}
