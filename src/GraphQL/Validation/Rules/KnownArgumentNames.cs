using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>Every argument that is given exists.</summary>
internal sealed class KnownArgumentNames(ValidationContext context) : ValidationRule(context)
{
    public override void EnterField(FieldNode field, NamedType? parent, FieldDefinition? definition)
    {
        foreach (var argument in field.Arguments)
        {
            if (definition is not null && definition.FindArgument(argument.Name) is null)
            {
                var suggestion = Suggestion.For(argument.Name, Context, () => definition.Arguments.Select(known => known.Name));
                Context.Report($"Unknown argument \"{argument.Name}\" on field \"{parent}.{field.Name}\".{suggestion}", argument.Location);
            }
        }
    }

    public override void EnterDirective(DirectiveNode directive, DirectiveDefinition? definition, DirectiveLocation location)
    {
        foreach (var argument in directive.Arguments)
        {
            if (definition is not null && definition.FindArgument(argument.Name) is null)
            {
                var suggestion = Suggestion.For(argument.Name, Context, () => definition.Arguments.Select(known => known.Name));
                Context.Report($"Unknown argument \"{argument.Name}\" on directive \"@{directive.Name}\".{suggestion}", argument.Location);
            }
        }
    }
}
