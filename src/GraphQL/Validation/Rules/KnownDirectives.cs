using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>Every directive exists and may stand where it stands.</summary>
internal sealed class KnownDirectives(ValidationContext context) : ValidationRule(context)
{
    public override void EnterDirective(DirectiveNode directive, DirectiveDefinition? definition, DirectiveLocation location)
    {
        if (definition is null)
        {
            Context.Report($"Unknown directive \"@{directive.Name}\".", directive.Location);
        }
        else if (!definition.Locations.Contains(location))
        {
            Context.Report($"Directive \"@{directive.Name}\" may not be used on {IntrospectionTypes.DirectiveLocationName(location)}.", directive.Location);
        }
    }
}
