namespace PersonalDataHub.GraphQL.Language;

/// <summary>Definitions of the type system.</summary>
internal sealed partial class SyntaxWriter
{
    private void TypeSystem(TypeSystemDefinitionNode definition)
    {
        Description(definition.Description);
        text.Append(definition.IsExtension ? "extend " : "").Append(definition switch
        {
            SchemaDefinitionNode => "",
            ScalarTypeDefinitionNode => "scalar ",
            ObjectTypeDefinitionNode => "type ",
            InterfaceTypeDefinitionNode => "interface ",
            UnionTypeDefinitionNode => "union ",
            EnumTypeDefinitionNode => "enum ",
            InputObjectTypeDefinitionNode => "input ",
            _ => "directive @",
        }).Append(definition.Name);
        if (definition is ComplexTypeDefinitionNode { Interfaces.Count: > 0 } complex)
        {
            text.Append(" implements ");
            Join(complex.Interfaces, " & ");
        }

        Directives(definition.Directives);
        switch (definition)
        {
            case UnionTypeDefinitionNode { Types.Count: > 0 } union:
                text.Append(" = ");
                Join(union.Types, " | ");
                break;
            case DirectiveDefinitionNode directive:
                ArgumentDefinitions(directive.Arguments);
                text.Append(directive.IsRepeatable ? " repeatable on " : " on ").AppendJoin(" | ", directive.Locations);
                break;
            default:
                Members(definition);
                break;
        }
    }

    private void Members(TypeSystemDefinitionNode definition)
    {
        IReadOnlyList<SyntaxNode> members = definition switch
        {
            SchemaDefinitionNode schema => schema.OperationTypes,
            ComplexTypeDefinitionNode complex => complex.Fields,
            EnumTypeDefinitionNode @enum => @enum.Values,
            InputObjectTypeDefinitionNode input => input.Fields,
            _ => [],
        };
        if (members.Count > 0)
        {
            text.Append(' ');
            Block(members);
        }
    }

    private void Member(SyntaxNode node)
    {
        switch (node)
        {
            case OperationTypeDefinitionNode root:
                text.Append(root.Operation.ToString().ToLowerInvariant()).Append(": ").Append(root.Type.Name);
                break;
            case EnumValueDefinitionNode value:
                Description(value.Description);
                text.Append(value.Name);
                Directives(value.Directives);
                break;
            case FieldDefinitionNode field:
                Description(field.Description);
                text.Append(field.Name);
                ArgumentDefinitions(field.Arguments);
                text.Append(": ");
                Type(field.Type);
                Directives(field.Directives);
                break;
            case InputValueDefinitionNode input:
                Description(input.Description);
                text.Append(input.Name).Append(": ");
                Type(input.Type);
                if (input.DefaultValue is not null)
                {
                    text.Append(" = ");
                    Value(input.DefaultValue);
                }

                Directives(input.Directives);
                break;
            default:
                throw new ArgumentException($"A {node.GetType().Name} cannot be printed.", nameof(node));
        }
    }

    /// <summary>On one line, unless one has a description.</summary>
    private void ArgumentDefinitions(IReadOnlyList<InputValueDefinitionNode> arguments)
    {
        if (arguments.Count == 0)
        {
            return;
        }

        if (arguments.All(argument => argument.Description is null))
        {
            text.Append('(');
            Join(arguments, ", ");
            text.Append(')');
        }
        else
        {
            Block(arguments, '(', ')');
        }
    }
}
