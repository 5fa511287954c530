using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Validation;

/// <summary>
/// Visits a document once, in document order, for all rules. Recursion is bounded by the parser's nesting limit:
/// fragments are not followed where they are spread.
/// </summary>
internal sealed class DocumentWalker(ValidationContext context, IReadOnlyList<ValidationRule> rules)
{
    private ExecutableDefinitionNode? _definition;

    public void Walk()
    {
        Tell(rule => rule.EnterDocument(context.Document));
        foreach (var definition in context.Document.Definitions.OfType<ExecutableDefinitionNode>().TakeWhile(_ => !context.IsFull))
        {
            _definition = definition;
            if (definition is OperationDefinitionNode operation)
            {
                Operation(operation);
            }
            else if (definition is FragmentDefinitionNode fragment)
            {
                Fragment(fragment);
            }
        }

        Tell(rule => rule.LeaveDocument(context.Document));
    }

    private void Operation(OperationDefinitionNode operation)
    {
        Tell(rule => rule.EnterOperation(operation));
        foreach (var variable in operation.VariableDefinitions)
        {
            VariableDefinition(variable);
        }

        Directives(operation.Directives, operation.Operation switch
        {
            OperationKind.Query => DirectiveLocation.Query,
            OperationKind.Mutation => DirectiveLocation.Mutation,
            _ => DirectiveLocation.Subscription,
        });
        SelectionSet(operation.SelectionSet, context.RootType(operation.Operation));
    }

    private void Fragment(FragmentDefinitionNode fragment)
    {
        Tell(rule => rule.EnterFragment(fragment));
        Tell(rule => rule.EnterNamedType(fragment.TypeCondition));
        Directives(fragment.Directives, DirectiveLocation.FragmentDefinition);
        SelectionSet(fragment.SelectionSet, context.ResolveCondition(fragment.TypeCondition));
    }

    private void VariableDefinition(VariableDefinitionNode variable)
    {
        var type = context.Resolve(variable.Type);
        Tell(rule => rule.EnterVariableDefinition(variable, type));
        var named = variable.Type;
        while (named is not NamedTypeNode)
        {
            named = named is ListTypeNode list ? list.ItemType : ((NonNullTypeNode)named).InnerType;
        }

        Tell(rule => rule.EnterNamedType((NamedTypeNode)named));
        if (variable.DefaultValue is not null)
        {
            Value(variable.DefaultValue, type);
        }

        Directives(variable.Directives, DirectiveLocation.VariableDefinition);
    }

    private void SelectionSet(SelectionSetNode selections, NamedType? parent)
    {
        foreach (var selection in selections.Selections)
        {
            if (context.IsFull)
            {
                return;
            }

            switch (selection)
            {
                case FieldNode field:
                    Field(field, parent);
                    break;
                case FragmentSpreadNode spread:
                    context.Record(_definition!, spread);
                    Tell(rule => rule.EnterFragmentSpread(spread, parent));
                    Directives(spread.Directives, DirectiveLocation.FragmentSpread);
                    break;
                case InlineFragmentNode inline:
                    InlineFragment(inline, parent);
                    break;
            }
        }
    }

    private void Field(FieldNode field, NamedType? parent)
    {
        var definition = parent is null ? null : context.Schema.FindField(parent, field.Name);
        Tell(rule => rule.EnterField(field, parent, definition));
        foreach (var argument in field.Arguments)
        {
            Argument(argument, definition?.FindArgument(argument.Name));
        }

        Directives(field.Directives, DirectiveLocation.Field);
        if (field.SelectionSet is not null)
        {
            SelectionSet(field.SelectionSet, definition?.Type.Named is { IsComposite: true } type ? type : null);
        }

        Tell(rule => rule.LeaveField(field, parent, definition));
    }

    private void InlineFragment(InlineFragmentNode inline, NamedType? parent)
    {
        Tell(rule => rule.EnterInlineFragment(inline, parent));
        if (inline.TypeCondition is { } condition)
        {
            Tell(rule => rule.EnterNamedType(condition));
            parent = context.ResolveCondition(condition);
        }

        Directives(inline.Directives, DirectiveLocation.InlineFragment);
        SelectionSet(inline.SelectionSet, parent);
    }

    private void Directives(IReadOnlyList<DirectiveNode> directives, DirectiveLocation location)
    {
        if (directives.Count == 0)
        {
            return;
        }

        Tell(rule => rule.EnterDirectives(directives));
        foreach (var directive in directives)
        {
            var definition = context.Schema.FindDirective(directive.Name);
            Tell(rule => rule.EnterDirective(directive, definition, location));
            foreach (var argument in directive.Arguments)
            {
                Argument(argument, definition?.FindArgument(argument.Name));
            }
        }
    }

    private void Argument(ArgumentNode argument, InputValueDefinition? definition)
    {
        Tell(rule => rule.EnterArgument(argument, definition));
        Value(argument.Value, definition?.Type, definition?.HasDefaultValue ?? false);
    }

    private void Value(ValueNode value, GraphQLType? type, bool hasDefault = false, InputObjectType? oneOf = null)
    {
        switch (value)
        {
            case VariableNode variable:
                context.Record(_definition!, new VariableUsage(variable, type, hasDefault, oneOf));
                break;
            case ListValueNode list:
                var item = (type?.NullableType as ListType)?.ElementType ?? type?.NullableType;
                foreach (var element in list.Values)
                {
                    Value(element, item);
                }

                break;
            case ObjectValueNode fields:
                Tell(rule => rule.EnterObject(fields));
                var input = type?.Named as InputObjectType;
                foreach (var field in fields.Fields)
                {
                    var definition = input?.FindField(field.Name);
                    Value(field.Value, definition?.Type, definition?.HasDefaultValue ?? false, input is { IsOneOf: true } ? input : null);
                }

                break;
        }
    }

    private void Tell(Action<ValidationRule> tell)
    {
        foreach (var rule in rules)
        {
            if (context.IsFull)
            {
                return;
            }

            tell(rule);
        }
    }
}
