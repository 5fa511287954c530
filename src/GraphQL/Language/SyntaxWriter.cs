using System.Globalization;
using System.Text;

namespace PersonalDataHub.GraphQL.Language;

/// <summary>Appends nodes to a text.</summary>
internal sealed partial class SyntaxWriter(StringBuilder text)
{
    private int _indent;

    public void Write(SyntaxNode node)
    {
        switch (node)
        {
            case DocumentNode document:
                Join(document.Definitions, "\n\n");
                break;
            case OperationDefinitionNode operation:
                Operation(operation);
                break;
            case FragmentDefinitionNode fragment:
                Description(fragment.Description);
                text.Append("fragment ").Append(fragment.Name).Append(" on ").Append(fragment.TypeCondition.Name);
                Directives(fragment.Directives);
                text.Append(' ');
                Write(fragment.SelectionSet);
                break;
            case SelectionSetNode selections:
                Block(selections.Selections);
                break;
            case SelectionNode selection:
                Selection(selection);
                break;
            case VariableDefinitionNode variable:
                Variable(variable);
                break;
            case ArgumentNode argument:
                Named(argument.Name, argument.Value);
                break;
            case ObjectFieldNode field:
                Named(field.Name, field.Value);
                break;
            case DirectiveNode directive:
                text.Append('@').Append(directive.Name);
                Arguments(directive.Arguments);
                break;
            case TypeNode type:
                Type(type);
                break;
            case ValueNode value:
                Value(value);
                break;
            case TypeSystemDefinitionNode definition:
                TypeSystem(definition);
                break;
            default:
                Member(node);
                break;
        }
    }

    private void Operation(OperationDefinitionNode operation)
    {
        Description(operation.Description);
        // Behind a type without braces, a bare selection set would be read as the fields of the type.
        var isShorthand = text.Length == 0 && operation is { Operation: OperationKind.Query, Name: null, Description: null, VariableDefinitions.Count: 0, Directives.Count: 0 };
        if (!isShorthand)
        {
            text.Append(operation.Operation.ToString().ToLowerInvariant());
            if (operation.Name is not null)
            {
                text.Append(' ').Append(operation.Name);
            }

            if (operation.VariableDefinitions.Count > 0)
            {
                text.Append(operation.Name is null ? " (" : "(");
                Join(operation.VariableDefinitions, ", ");
                text.Append(')');
            }

            Directives(operation.Directives);
            text.Append(' ');
        }

        Write(operation.SelectionSet);
    }

    private void Variable(VariableDefinitionNode variable)
    {
        if (variable.Description is { } description)
        {
            Quote(description);
            text.Append(' ');
        }

        Write(variable.Variable);
        text.Append(": ");
        Write(variable.Type);
        if (variable.DefaultValue is not null)
        {
            text.Append(" = ");
            Write(variable.DefaultValue);
        }

        Directives(variable.Directives);
    }

    private void Selection(SelectionNode selection)
    {
        switch (selection)
        {
            case FieldNode field:
                text.Append(field.Alias is null ? field.Name : $"{field.Alias}: {field.Name}");
                Arguments(field.Arguments);
                break;
            case FragmentSpreadNode spread:
                text.Append("...").Append(spread.Name);
                break;
            case InlineFragmentNode inline:
                text.Append("...");
                if (inline.TypeCondition is not null)
                {
                    text.Append(" on ").Append(inline.TypeCondition.Name);
                }

                break;
        }

        Directives(selection.Directives);
        var selections = selection switch
        {
            FieldNode field => field.SelectionSet,
            InlineFragmentNode inline => inline.SelectionSet,
            _ => null,
        };
        if (selections is not null)
        {
            text.Append(' ');
            Write(selections);
        }
    }

    private void Type(TypeNode type)
    {
        switch (type)
        {
            case NamedTypeNode named:
                text.Append(named.Name);
                break;
            case ListTypeNode list:
                text.Append('[');
                Type(list.ItemType);
                text.Append(']');
                break;
            case NonNullTypeNode nonNull:
                Type(nonNull.InnerType);
                text.Append('!');
                break;
        }
    }

    private void Value(ValueNode value)
    {
        switch (value)
        {
            case VariableNode variable:
                text.Append('$').Append(variable.Name);
                break;
            case IntValueNode number:
                text.Append(number.Value);
                break;
            case FloatValueNode number:
                text.Append(number.Value);
                break;
            case BooleanValueNode boolean:
                text.Append(boolean.Value ? "true" : "false");
                break;
            case NullValueNode:
                text.Append("null");
                break;
            case EnumValueNode symbol:
                text.Append(symbol.Value);
                break;
            case StringValueNode quoted:
                Text(quoted.Value, quoted.IsBlock);
                break;
            case ListValueNode list:
                text.Append('[');
                Join(list.Values, ", ");
                text.Append(']');
                break;
            case ObjectValueNode fields:
                text.Append('{');
                Join(fields.Fields, ", ");
                text.Append('}');
                break;
        }
    }

    private void Description(string? description)
    {
        if (description is not null)
        {
            Text(description, isBlock: description.Contains('\n', StringComparison.Ordinal));
            Line();
        }
    }

    private void Named(string name, ValueNode value)
    {
        text.Append(name).Append(": ");
        Value(value);
    }

    private void Arguments(IReadOnlyList<ArgumentNode> arguments)
    {
        if (arguments.Count > 0)
        {
            text.Append('(');
            Join(arguments, ", ");
            text.Append(')');
        }
    }

    private void Directives(IReadOnlyList<DirectiveNode> directives)
    {
        foreach (var directive in directives)
        {
            text.Append(' ');
            Write(directive);
        }
    }

    private void Block(IReadOnlyList<SyntaxNode> nodes, char open = '{', char close = '}')
    {
        text.Append(open);
        _indent++;
        foreach (var node in nodes)
        {
            Line();
            Write(node);
        }

        _indent--;
        Line();
        text.Append(close);
    }

    private void Join(IReadOnlyList<SyntaxNode> nodes, string separator)
    {
        for (var index = 0; index < nodes.Count; index++)
        {
            text.Append(index == 0 ? string.Empty : separator);
            Write(nodes[index]);
        }
    }

    private void Line() => text.Append('\n').Append(' ', _indent * 2);

    /// <summary>A block only where reading it gives the text back: no block begins or ends blank, or is indented as a whole.</summary>
    private void Text(string value, bool isBlock)
    {
        if (!isBlock)
        {
            Quote(value);
            return;
        }

        var margin = new string(' ', _indent * 2);
        var lines = value.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal).Split('\n').Select(line => line.Length == 0 ? line : margin + line);
        var block = $"\"\"\"\n{string.Join('\n', lines)}\n{margin}\"\"\"";
        if (StringLiteral.DecodeBlock(Encoding.UTF8.GetBytes(block)) == value)
        {
            text.Append(block);
        }
        else
        {
            Quote(value);
        }
    }

    private void Quote(string value)
    {
        text.Append('"');
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' or (>= '\u007F' and <= '\u009F') => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
                _ => text.Append(character),
            };
        }

        text.Append('"');
    }
}
