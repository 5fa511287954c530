using PersonalDataHub.GraphQL.Execution;
using PersonalDataHub.GraphQL.Language;

namespace PersonalDataHub.GraphQL.Types;

/// <summary>Coerces the defaults of a schema, those first of which others are made, and finds those made of themselves.</summary>
internal sealed class DefaultValues(List<string> mistakes)
{
    private static readonly Dictionary<string, object?> NoVariables = [];
    private readonly HashSet<InputValueDefinition> done = [];
    private readonly List<(InputValueDefinition Value, string Place)> open = [];
    private readonly HashSet<InputValueDefinition> endless = [];

    public void Complete(Schema schema)
    {
        foreach (var input in schema.Types.Values.OfType<InputObjectType>())
        {
            CompleteAll(input.Fields, input.Name);
        }

        foreach (var (type, field) in schema.Types.Values.OfType<ComplexType>().SelectMany(t => t.Fields.Select(f => (t, f))))
        {
            CompleteAll(field.Arguments, $"{type.Name}.{field.Name}");
        }

        foreach (var directive in schema.Directives.Values)
        {
            CompleteAll(directive.Arguments, "@" + directive.Name);
        }
    }

    private void CompleteAll(IEnumerable<InputValueDefinition> values, string owner)
    {
        // What the specification itself defines is shared between schemas and has its value already.
        foreach (var value in values.Where(v => v is { HasDefaultValue: true, DefaultValue: null }))
        {
            Complete(value, owner);
        }
    }

    private void Complete(InputValueDefinition value, string owner)
    {
        var place = $"{owner}.{value.Name}";
        if (open.FindIndex(o => o.Value == value) is var index and >= 0)
        {
            endless.UnionWith(open.Select(o => o.Value));
            mistakes.Add($"{place}: the default is made of itself: {string.Join(", ", open.Skip(index).Select(o => o.Place))}. Leave one of these defaults out.");
            return;
        }

        if (!done.Add(value))
        {
            endless.UnionWith(endless.Contains(value) ? open.Select(o => o.Value) : []);
            return;
        }

        open.Add((value, place));
        try
        {
            var literal = Parser.ParseValue(value.DefaultLiteral!);
            CompleteWithin(value.Type.NullableType, literal);
            value.DefaultValue = endless.Contains(value) ? null : InputCoercion.OfLiteral(value.Type, literal, NoVariables);
        }
        catch (Exception exception) when (exception is InputCoercionException or SyntaxException)
        {
            mistakes.Add($"{owner}: the default {value.DefaultLiteral} of {value.Name} is no {value.Type}: {exception.Message}.");
        }

        open.RemoveAt(open.Count - 1);
    }

    /// <summary>Completes the defaults that come in where a literal leaves fields of input objects out.</summary>
    private void CompleteWithin(GraphQLType type, ValueNode literal)
    {
        if (literal is ListValueNode list)
        {
            foreach (var item in list.Values)
            {
                CompleteWithin(((type as ListType)?.ElementType ?? type).NullableType, item);
            }
        }
        else if (type.Named is InputObjectType input && literal is ObjectValueNode given)
        {
            foreach (var field in input.Fields)
            {
                if (given.Fields.FirstOrDefault(f => f.Name == field.Name) is { } written)
                {
                    CompleteWithin(field.Type.NullableType, written.Value);
                }
                else if (field.HasDefaultValue)
                {
                    Complete(field, input.Name);
                }
            }
        }
    }
}
