using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>No place has more directives than the options allow.</summary>
internal sealed class MaximumDirectives(ValidationContext context) : ValidationRule(context)
{
    public override void EnterDirectives(IReadOnlyList<DirectiveNode> directives)
    {
        if (directives.Count > Context.Options.MaximumDirectives)
        {
            Context.Report(
                $"More than {Context.Options.MaximumDirectives} directives stand at one place. Use fewer.", directives[Context.Options.MaximumDirectives].Location);
        }
    }
}
