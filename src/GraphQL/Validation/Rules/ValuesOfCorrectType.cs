using PersonalDataHub.GraphQL.Language;
using PersonalDataHub.GraphQL.Types;

namespace PersonalDataHub.GraphQL.Validation.Rules;

/// <summary>Literals fit the types of the places where they stand. Errors name types, never values: a value may be personal data.</summary>
internal sealed class ValuesOfCorrectType(ValidationContext context) : ValidationRule(context)
{
    public override void EnterVariableDefinition(VariableDefinitionNode variable, GraphQLType? type)
    {
        if (variable.DefaultValue is not null && type is { IsInputType: true })
        {
            Check(variable.DefaultValue, type);
        }
    }

    public override void EnterArgument(ArgumentNode argument, InputValueDefinition? definition)
    {
        if (definition is not null)
        {
            Check(argument.Value, definition.Type);
        }
    }

    private void Check(ValueNode value, GraphQLType type)
    {
        switch (value, type.NullableType)
        {
            case (VariableNode, _):
                break;
            case (NullValueNode, _):
                if (type.IsNonNull)
                {
                    ReportMismatch(value, type);
                }

                break;
            case (ListValueNode list, ListType expected):
                foreach (var item in list.Values)
                {
                    Check(item, expected.ElementType);
                }

                break;
            case (_, ListType expected):
                Check(value, expected.ElementType);
                break;
            case (ObjectValueNode fields, InputObjectType expected):
                CheckObject(fields, expected);
                break;
            case (EnumValueNode symbol, EnumType expected):
                if (expected.FindValue(symbol.Value) is null)
                {
                    Context.Report($"The given name does not exist in \"{expected}\" enum.", value.Location);
                }

                break;
            case (_, ScalarType expected) when expected.TryParse(LiteralOf(value), out _):
                break;
            default:
                ReportMismatch(value, type);
                break;
        }
    }

    private void CheckObject(ObjectValueNode value, InputObjectType type)
    {
        var given = new List<ObjectFieldNode>();
        foreach (var field in value.Fields)
        {
            if (type.FindField(field.Name) is { } definition)
            {
                given.Add(field);
                Check(field.Value, definition.Type);
            }
            else
            {
                var suggestion = Suggestion.For(field.Name, Context, () => type.Fields.Select(known => known.Name));
                Context.Report($"Field \"{field.Name}\" is not defined by type \"{type}\".{suggestion}", field.Location);
            }
        }

        foreach (var definition in type.Fields.Where(definition => definition.IsRequired && given.TrueForAll(field => field.Name != definition.Name)))
        {
            Context.Report($"Field \"{type}.{definition.Name}\" of required type \"{definition.Type}\" was not provided.", value.Location);
        }

        if (type.IsOneOf && given.Count != 1)
        {
            Context.Report($"OneOf Input Object \"{type}\" must specify exactly one key.", value.Location);
        }
        else if (type.IsOneOf && given[0] is { Value: NullValueNode } only)
        {
            Context.Report($"Field \"{type}.{only.Name}\" must be non-null.", value.Location);
        }
    }

    private void ReportMismatch(ValueNode value, GraphQLType type) =>
        Context.Report($"Expected value of type \"{type}\", found {Describe(value)}.", value.Location);

    private static ScalarLiteral LiteralOf(ValueNode value) => value switch
    {
        IntValueNode number => new(ScalarLiteralKind.Integer, number.Value),
        FloatValueNode number => new(ScalarLiteralKind.Float, number.Value),
        StringValueNode text => new(ScalarLiteralKind.String, text.Value),
        BooleanValueNode boolean => new(ScalarLiteralKind.Boolean, boolean.Value ? "true" : "false"),
        _ => new(ScalarLiteralKind.Other, string.Empty),
    };

    private static string Describe(ValueNode value) => value switch
    {
        NullValueNode => "null",
        IntValueNode => "a whole number",
        FloatValueNode => "a number with a fraction or exponent",
        StringValueNode => "a string",
        BooleanValueNode => "a boolean",
        ListValueNode => "a list",
        ObjectValueNode => "an object",
        _ => "a name without quotes",
    };
}
