using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>Every argument that must be given is given.</summary>
internal sealed class ProvidedRequiredArguments(ValidationContext context) : ValidationRule(context)
{
    public override void LeaveField(FieldNode field, NamedType? parent, FieldDefinition? definition) =>
        Check(definition?.Arguments, field.Arguments, field.Location, $"Field \"{field.Name}\"");

    public override void EnterDirective(DirectiveNode directive, DirectiveDefinition? definition, DirectiveLocation location) =>
        Check(definition?.Arguments, directive.Arguments, directive.Location, $"Directive \"@{directive.Name}\"");

    private void Check(IReadOnlyList<InputValueDefinition>? defined, IReadOnlyList<ArgumentNode> given, Location location, string who)
    {
        foreach (var argument in defined ?? [])
        {
            if (argument.IsRequired && !given.Any(one => one.Name == argument.Name))
            {
                Context.Report($"{who} argument \"{argument.Name}\" of type \"{argument.Type}\" is required, but it was not provided.", location);
            }
        }
    }
}
