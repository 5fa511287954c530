using System.Text;
using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Types;

/// <summary>Writes a schema in the type system definition language; types in alphabetical order, members as declared.</summary>
public static class SchemaPrinter
{
    public static string Print(Schema schema)
    {
        var text = new StringBuilder();
        foreach (var directive in schema.Directives.Values.Where(d => !SpecifiedDirectives.All.Contains(d)).OrderBy(d => d.Name, StringComparer.Ordinal))
        {
            WriteDirective(text, directive);
        }

        var printed = schema.Types.Values
            .Where(t => !t.Name.StartsWith("__", StringComparison.Ordinal) && !SpecifiedScalars.All.Contains(t))
            .OrderBy(t => t.Name, StringComparer.Ordinal);
        foreach (var type in printed)
        {
            WriteDescription(text, type.Description, "");
            WriteType(text, schema, type);
            text.Append("\n\n");
        }

        return text.ToString().TrimEnd() + "\n";
    }

    private static void WriteType(StringBuilder text, Schema schema, NamedType type)
    {
        switch (type)
        {
            case ScalarType scalar:
                text.Append("scalar ").Append(scalar.Name);
                text.Append(scalar.SpecifiedBy is { } url ? $" @specifiedBy(url: {Quote(url)})" : "");
                break;
            case EnumType @enum:
                text.Append("enum ").Append(@enum.Name).Append(" {");
                foreach (var value in @enum.Values)
                {
                    WriteLine(text, value.Description, value.Name + Deprecated(value.DeprecationReason));
                }

                text.Append("\n}");
                break;
            case InputObjectType input:
                text.Append("input ").Append(input.Name).Append(input.IsOneOf ? " @oneOf {" : " {");
                foreach (var field in input.Fields)
                {
                    WriteLine(text, field.Description, InputValue(field));
                }

                text.Append("\n}");
                break;
            case UnionType union:
                text.Append("union ").Append(union.Name).Append(" = ").AppendJoin(" | ", union.Members.Select(m => m.Name));
                break;
            case ComplexType complex:
                text.Append(complex is ObjectType ? "type " : "interface ").Append(complex.Name);
                text.Append(complex.Interfaces.Count > 0 ? " implements " + string.Join(" & ", complex.Interfaces.Select(i => i.Name)) : "").Append(" {");
                foreach (var field in complex.Fields)
                {
                    WriteDescription(text.Append('\n'), field.Description, "  ");
                    text.Append("  ").Append(field.Name);
                    WriteArguments(text, field.Arguments, "  ");
                    text.Append(": ").Append(field.Type).Append(Deprecated(field.DeprecationReason));
                }

                text.Append("\n}");
                break;
            default:
                break;
        }
    }

    private static void WriteDirective(StringBuilder text, DirectiveDefinition directive)
    {
        WriteDescription(text, directive.Description, "");
        text.Append("directive @").Append(directive.Name);
        WriteArguments(text, directive.Arguments, "");
        text.Append(directive.IsRepeatable ? " repeatable" : "").Append(" on ")
            .AppendJoin(" | ", directive.Locations.Select(IntrospectionTypes.DirectiveLocationName)).Append("\n\n");
    }

    private static void WriteArguments(StringBuilder text, IReadOnlyList<InputValueDefinition> arguments, string indent)
    {
        if (arguments.Count == 0)
        {
            return;
        }

        if (arguments.All(a => a.Description is null))
        {
            text.Append('(').AppendJoin(", ", arguments.Select(InputValue)).Append(')');
            return;
        }

        text.Append('(');
        foreach (var argument in arguments)
        {
            WriteDescription(text.Append('\n'), argument.Description, indent + "  ");
            text.Append(indent).Append("  ").Append(InputValue(argument));
        }

        text.Append('\n').Append(indent).Append(')');
    }

    private static string InputValue(InputValueDefinition value) =>
        $"{value.Name}: {value.Type}{(value.HasDefaultValue ? " = " + value.DefaultLiteral : "")}{Deprecated(value.DeprecationReason)}";

    private static void WriteLine(StringBuilder text, string? description, string content)
    {
        WriteDescription(text.Append('\n'), description, "  ");
        text.Append("  ").Append(content);
    }

    private static void WriteDescription(StringBuilder text, string? description, string indent)
    {
        if (description is null)
        {
            return;
        }

        if (!description.Contains('\n', StringComparison.Ordinal))
        {
            text.Append(indent).Append(Quote(description)).Append('\n');
            return;
        }

        text.Append(indent).Append("\"\"\"\n");
        foreach (var line in description.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal).Split('\n'))
        {
            text.Append(line.Length == 0 ? "" : indent).Append(line.TrimEnd('\r')).Append('\n');
        }

        text.Append(indent).Append("\"\"\"\n");
    }

    private static string Deprecated(string? reason) => reason is null ? "" : $" @deprecated(reason: {Quote(reason)})";

    private static string Quote(string text) => SyntaxPrinter.Print(new StringValueNode(text, false, new Location(1, 1)));
}
