using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Validation;

/// <summary>
/// One rule. The walker visits the document once and calls every rule on its way, telling what the schema says
/// about the place; it tells null where the schema knows nothing, which another rule reports.
/// </summary>
internal abstract class ValidationRule(ValidationContext context)
{
    protected ValidationContext Context { get; } = context;

    public virtual void EnterDocument(DocumentNode document)
    {
    }

    public virtual void LeaveDocument(DocumentNode document)
    {
    }

    public virtual void EnterOperation(OperationDefinitionNode operation)
    {
    }

    public virtual void EnterFragment(FragmentDefinitionNode fragment)
    {
    }

    public virtual void EnterVariableDefinition(VariableDefinitionNode variable, GraphQLType? type)
    {
    }

    public virtual void EnterNamedType(NamedTypeNode type)
    {
    }

    public virtual void EnterDirectives(IReadOnlyList<DirectiveNode> directives)
    {
    }

    public virtual void EnterDirective(DirectiveNode directive, DirectiveDefinition? definition, DirectiveLocation location)
    {
    }

    public virtual void EnterField(FieldNode field, NamedType? parent, FieldDefinition? definition)
    {
    }

    public virtual void LeaveField(FieldNode field, NamedType? parent, FieldDefinition? definition)
    {
    }

    public virtual void EnterFragmentSpread(FragmentSpreadNode spread, NamedType? parent)
    {
    }

    public virtual void EnterInlineFragment(InlineFragmentNode fragment, NamedType? parent)
    {
    }

    public virtual void EnterArgument(ArgumentNode argument, InputValueDefinition? definition)
    {
    }

    public virtual void EnterObject(ObjectValueNode value)
    {
    }

    /// <summary>Reports every name that several nodes bear, with all their places.</summary>
    protected void ReportDuplicates<T>(IReadOnlyCollection<T> nodes, Func<T, string> name, Func<T, Location> location, Func<string, string> message)
    {
        if (nodes.Count < 2)
        {
            return;
        }

        foreach (var same in nodes.GroupBy(name).Where(same => same.Skip(1).Any()))
        {
            Context.Report(message(same.Key), [.. same.Select(location)]);
        }
    }
}
