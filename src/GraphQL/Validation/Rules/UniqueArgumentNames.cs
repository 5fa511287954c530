using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>An argument is given once.</summary>
internal sealed class UniqueArgumentNames(ValidationContext context) : ValidationRule(context)
{
    public override void EnterField(FieldNode field, NamedType? parent, FieldDefinition? definition) => Check(field.Arguments);

    public override void EnterDirective(DirectiveNode directive, DirectiveDefinition? definition, DirectiveLocation location) => Check(directive.Arguments);

    private void Check(IReadOnlyList<ArgumentNode> arguments) => ReportDuplicates(
        arguments,
        argument => argument.Name,
        argument => argument.Location,
        name => $"There can be only one argument named \"{name}\".");
}
